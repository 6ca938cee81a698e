/**
 * Whether the mails of colleagues who answer by mail do what they are to do: an answer reaches the participant, once and
 * with its files; a note and commands never do; commands are noted once; and nothing that is the team's goes along.
 */
import type { Row } from '../../core/workbook/rows';
import { excusedRows } from './checker-excuses';
import type { AcceptedMail, AgentMail, DeliveredMail, Evidence, Finding } from './evidence';

/** One mail of a colleague, with everything that the witnesses have of it. */
interface Followed {
  readonly mail: AgentMail;
  readonly delivered: DeliveredMail;
  /** Its rows in Messages, and those that repeat its words. */
  readonly rows: readonly Row<'messages'>[];
  /** Rows of the Outbox by which it goes on. */
  readonly relays: readonly Row<'outbox'>[];
  /** Mails with its words to anybody outside. */
  readonly outside: readonly AcceptedMail[];
  /** Letters that answer it. */
  readonly letters: readonly AcceptedMail[];
}

/** Nobody outside is to see them, wherever they come from: our own letter to the colleague, or its quotation. */
const TEAMS_OWN: readonly RegExp[] = [/\+a\.t-/i, /above this line/i, /sheet\.test\/row/, /^#\w/m];

export function agentFindings(evidence: Evidence): Finding[] {
  const followed = evidence.agentMails.map((mail) => follow(mail, evidence));
  const isExcused = excuses(evidence);
  return [
    ...followed.flatMap((one) => (one.mail.wants === 'answer' ? [] : keptInside(one))),
    ...followed.flatMap((one) => (one.mail.wants === 'answer' ? answerFindings(one, isExcused) : [])),
    ...rivalFindings(followed, evidence, isExcused),
    ...followed.flatMap(leaks),
    ...followed.flatMap(({ mail: { mark, rival }, letters }) =>
      rival === null ? letters.map((letter) => needless(mark, letter)) : [],
    ),
    ...commandFindings(evidence),
  ];
}

function follow(mail: AgentMail, { delivered, accepted, sheet, agentMails }: Evidence): Followed {
  const own = delivered.find(({ mark, kind }) => mark === mail.mark && kind === 'agent');
  if (own === undefined) throw new Error(`The mail ${mail.mark} was never delivered.`);
  const team = new Set(agentMails.map(({ agent }) => agent));
  const rows = sheet.messages.filter(
    ({ original, text, direction }) =>
      original === own.sha256 || (direction === 'out' && text.includes(mail.mark)),
  );
  const keys = new Set(rows.map(({ id }) => `relay:${id}`));
  const relays = sheet.outbox.filter(({ key }) => keys.has(key));
  const ids = new Set(relays.map(({ message_id }) => idOf(message_id)));
  const outside = accepted.filter(
    (one) =>
      ids.has(idOf(one.messageId)) ||
      ((one.subject.includes(mail.mark) || one.text.includes(mail.mark)) &&
        !one.to.every((address) => team.has(address.toLowerCase()))),
  );
  const letters = accepted.filter(({ inReplyTo }) => idOf(inReplyTo) === idOf(own.messageId));
  return { mail, delivered: own, rows, relays, outside, letters };
}

function excuses(evidence: Evidence): (row: Row<'outbox'>) => boolean {
  const excused = excusedRows(evidence, (messageId) =>
    messageId === '' ? [] : evidence.accepted.filter((mail) => idOf(mail.messageId) === idOf(messageId)),
  );
  return (row) => excused.has(row);
}

function keptInside({ mail: { mark, wants }, rows, relays, outside }: Followed): Finding[] {
  return [
    ...outside.map(
      ({ to, subject }): Finding => ({
        kind: 'leaked',
        which: mark,
        what: `it wants "${wants}", and "${subject}" with its words went to ${to.join(', ')}`,
      }),
    ),
    ...relays.map(
      ({ key, state }): Finding => ({
        kind: 'leaked',
        which: mark,
        what: `it wants "${wants}", and the Outbox has ${key}, ${state}`,
      }),
    ),
    ...rows
      .filter(({ direction }) => direction !== 'note')
      .map(({ id, direction }) => shown(mark, `it wants "${wants}", and its row ${id} is "${direction}"`)),
  ];
}

function answerFindings(
  { mail, delivered, rows, relays, outside }: Followed,
  isExcused: (row: Row<'outbox'>) => boolean,
): Finding[] {
  const { mark, to, rival } = mail;
  const astray = outside.filter(
    (one) => !one.to.some((address) => address.toLowerCase() === to.toLowerCase()),
  );
  const findings: Finding[] = [
    ...astray.map(
      (one): Finding => ({
        kind: 'leaked',
        which: mark,
        what: `it was for ${to}, and went to ${one.to.join(', ')}`,
      }),
    ),
    ...outside.flatMap((one) => withoutFiles(one, delivered)),
  ];
  if (outside.length > 1) {
    findings.push({
      kind: 'double-reply',
      which: mark,
      what: `the server accepted it ${outside.length} times`,
    });
  }
  if (rows.length > 1) {
    findings.push(
      shown(mark, `Messages has it ${rows.length} times: ${rows.map(({ id }) => id).join(', ')}`),
    );
  }
  // Whether one of two has to wait is judged for both together.
  if (rival !== null) return findings;
  const [row] = rows;
  if (row !== undefined && row.direction !== 'out') {
    findings.push(shown(mark, `its row is "${row.direction}": ${row.warnings}`));
  }
  if (outside.length === 0 && !relays.some(isExcused)) {
    const states = relays.map(({ key, state }) => `${key} says "${state}"`).join(', ');
    findings.push({
      kind: 'lost-reply',
      which: mark,
      what: `no mail was accepted, and the Outbox ${states === '' ? 'has no row for it' : `has: ${states}`}`,
    });
  }
  return findings;
}

function withoutFiles({ files }: AcceptedMail, { mark, attachments }: DeliveredMail): Finding[] {
  return attachments
    .filter(({ sha256 }) => !files.includes(sha256))
    .map(({ filename }) => ({
      kind: 'lost-attachment',
      which: `${mark}: ${filename}`,
      what: 'the mail to the participant does not hold it whole',
    }));
}

/** Two answers at once: one goes out, the other waits, and its writer is told. */
function rivalFindings(
  followed: readonly Followed[],
  { sheet }: Evidence,
  isExcused: (row: Row<'outbox'>) => boolean,
): Finding[] {
  return followed.flatMap((one) => {
    const other = followed.find(({ mail }) => mail.mark === one.mail.rival);
    // Each two once.
    if (other === undefined || one.mail.mark > other.mail.mark) return [];
    const which = `${one.mail.mark}, ${other.mail.mark}`;
    const both = [one, other];
    const out = both.filter(({ relays, outside }) => relays.length > 0 || outside.length > 0);
    const [gone] = out;
    if (gone === undefined) {
      return [{ kind: 'lost-reply', which, what: 'two answered at once, and neither answer has gone out' }];
    }
    if (out.length > 1) {
      return [{ kind: 'double-reply', which, what: 'two answered at once, and both answers have gone out' }];
    }
    const findings: Finding[] = [];
    if (gone.outside.length === 0 && !gone.relays.some(isExcused)) {
      findings.push({
        kind: 'lost-reply',
        which: gone.mail.mark,
        what: 'it was to go out, and no mail was accepted',
      });
    }
    findings.push(...gone.letters.map((letter) => needless(gone.mail.mark, letter)));
    for (const { mail, rows } of both.filter((each) => each !== gone)) {
      const told = sheet.outbox.filter(
        ({ template, to, ticket_id }) =>
          template === 'answer_held' && to === mail.agent && ticket_id === mail.ticket,
      );
      if (told.length !== 1)
        findings.push(shown(mail.mark, `it waits, and its writer was told ${told.length} times`));
      if (rows[0]?.direction !== 'note') {
        findings.push(shown(mail.mark, `it waits, and its row is "${rows[0]?.direction}"`));
      }
    }
    return findings;
  });
}

function leaks({ mail: { mark, agent }, outside }: Followed): Finding[] {
  return outside.flatMap(({ text, html, subject }) => {
    const said = `${subject}\n${text}\n${html}`;
    const found = TEAMS_OWN.filter((sign) => sign.test(said)).map(String);
    if (said.toLowerCase().includes(agent)) found.push(agent);
    return found.map(
      (sign): Finding => ({
        kind: 'leaked',
        which: mark,
        what: `the mail to the participant holds ${sign}`,
      }),
    );
  });
}

/** By ticket, colleague and cell: what was asked for, and what stands in the tab. */
function commandFindings({ agentMails, sheet }: Evidence): Finding[] {
  const asked = counted(
    agentMails.flatMap(({ ticket, agent, cells }) => cells.map((cell) => `${ticket} ${agent} ${cell}`)),
  );
  const noted = counted(sheet.commands.map(({ ticket_id, who, cell }) => `${ticket_id} ${who} ${cell}`));
  return [...new Set([...asked.keys(), ...noted.keys()])].flatMap((which): Finding[] => {
    const wanted = asked.get(which) ?? 0;
    const found = noted.get(which) ?? 0;
    if (wanted === found) return [];
    const kind = found < wanted ? 'lost-command' : 'double-command';
    return [{ kind, which, what: `asked for ${wanted} times, and the Commands tab has ${found}` }];
  });
}

function counted(names: readonly string[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return times;
}

/** All of them write what can be understood, and what they may. */
function needless(which: string, { to, subject }: AcceptedMail): Finding {
  return { kind: 'needless-letter', which, what: `it was answered: "${subject}" went to ${to.join(', ')}` };
}

function shown(which: string, what: string): Finding {
  return { kind: 'shown-otherwise', which, what };
}

function idOf(messageId: string): string {
  return messageId.trim().replace(/^<|>$/g, '');
}
