/**
 * `npm run bench -- NAME [--json]`: measures one thing and ends with a line of JSON. A comparison is always a ratio
 * against a floor that was measured in turn with it, in the same run.
 */
const BENCHES: Readonly<Record<string, () => Promise<() => Promise<object>>>> = {
  intake: async () => (await import('./intake')).benchIntake,
  understand: async () => (await import('./understand')).benchUnderstand,
  sla: async () => (await import('./sla')).benchSla,
  tick: async () => (await import('./tick')).benchTick,
  idle: async () => (await import('./idle')).benchIdle,
  reminders: async () => (await import('./reminders')).benchReminders,
  'trainer-reply': async () => (await import('./trainer-reply')).benchTrainerReply,
};

async function main(): Promise<number> {
  const [name = '', ...rest] = process.argv.slice(2).filter((argument) => argument !== '--json');
  if (name === 'serve-sheet') {
    await (await import('./serve-sheet')).serveSheet();
    return 0;
  }
  const load = BENCHES[name];
  if (!load || rest.length > 0) {
    process.stderr.write(
      `usage: npm run bench -- NAME [--json]; NAME is one of ${Object.keys(BENCHES).join(', ')}\n`,
    );
    return 2;
  }
  const result = await (await load())();
  if (!process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  process.stdout.write(`${JSON.stringify(result)}\n`);
  return 0;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
