/** The judge of torture runs, about colleagues who answer by mail. */
import type { RowChange } from '../../core/workbook/rows';
import { check } from '../../scripts/torture/checker';
import type {
  AcceptedMail,
  AgentMail,
  DeliveredMail,
  Evidence,
  Finding,
} from '../../scripts/torture/evidence';
import { accepted, CLEAN, DAY, delivered, messageOf, row, TICKET } from './small-evidence';

const TOM = 'tom@firm.test';
const SARA = 'sara@firm.test';
const JAN = 'jan@people.test';
const EVA = 'eva@people.test';

function sentBy(agent: string, mark: string, sign: string, more: Partial<DeliveredMail> = {}): DeliveredMail {
  return delivered({
    mark,
    kind: 'agent',
    from: agent,
    belongsTo: 'amber',
    sha256: sign.repeat(64),
    ...more,
  });
}

const MAILS = {
  garnet: sentBy(TOM, 'garnet', '1', { attachments: [{ filename: 'steps.pdf', sha256: 'f22e' }] }),
  hazel: sentBy(TOM, 'hazel', '2'),
  iris: sentBy(TOM, 'iris', '3'),
  jade: sentBy(TOM, 'jade', '4', { belongsTo: 'elder' }),
  kelp: sentBy(SARA, 'kelp', '5', { belongsTo: 'elder' }),
};

const WISH = { agent: TOM, ticket: 'T-1', to: JAN, cells: [], rival: null } as const;
const WISHES: readonly AgentMail[] = [
  { ...WISH, mark: 'garnet', wants: 'answer', cells: ['status'] },
  { ...WISH, mark: 'hazel', wants: 'note' },
  { ...WISH, mark: 'iris', wants: 'commands', cells: ['priority'] },
  { ...WISH, mark: 'jade', wants: 'answer', ticket: 'T-2', to: EVA, rival: 'kelp' },
  { ...WISH, mark: 'kelp', wants: 'answer', agent: SARA, ticket: 'T-2', to: EVA, rival: 'jade' },
];

const ROWS = {
  garnet: messageOf(MAILS.garnet, 'T-1', { direction: 'out', text: 'Try this. garnet' }),
  hazel: messageOf(MAILS.hazel, 'T-1', { direction: 'note', text: 'As last spring. hazel' }),
  iris: messageOf(MAILS.iris, 'T-1', { direction: 'note', text: '#priority high' }),
  jade: messageOf(MAILS.jade, 'T-2', { direction: 'out', text: 'It works. jade' }),
  kelp: messageOf(MAILS.kelp, 'T-2', { direction: 'note', text: 'Restart it. kelp' }),
};

const OUTBOX = {
  garnet: row('outbox', {
    key: `relay:${ROWS.garnet.id}`,
    kind: 'resolved',
    ticket_id: 'T-1',
    to: JAN,
    state: 'sent',
    message_id: '<garnet.relay@firm.test>',
  }),
  jade: row('outbox', {
    key: `relay:${ROWS.jade.id}`,
    kind: 'reply',
    ticket_id: 'T-2',
    to: EVA,
    state: 'sent',
    message_id: '<jade.relay@firm.test>',
  }),
  held: row('outbox', {
    key: 'held:kelp',
    kind: 'alert',
    ticket_id: 'T-2',
    to: SARA,
    template: 'answer_held',
    state: 'sent',
    message_id: '<held@firm.test>',
  }),
};

const SENT = {
  garnet: accepted({ messageId: '<garnet.relay@firm.test>', text: 'Try this. garnet', files: ['f22e'] }),
  jade: accepted({ to: [EVA], messageId: '<jade.relay@firm.test>', text: 'It works. jade' }),
  held: accepted({
    to: [SARA],
    messageId: '<held@firm.test>',
    inReplyTo: MAILS.kelp.messageId,
    autoSubmitted: 'auto-generated',
    text: 'Restart it. kelp',
  }),
};

const COMMANDS = [
  row('commands', { id: 'c1', ticket_id: 'T-1', who: TOM, cell: 'status' }),
  row('commands', { id: 'c2', ticket_id: 'T-1', who: TOM, cell: 'priority' }),
];

const [, second = TICKET] = CLEAN.sheet.tickets;

interface Change {
  readonly rows?: Partial<Record<keyof typeof ROWS, RowChange<'messages'>>>;
  readonly moreRows?: Evidence['sheet']['messages'];
  readonly outbox?: Evidence['sheet']['outbox'];
  readonly sent?: readonly AcceptedMail[];
  readonly commands?: Evidence['sheet']['commands'];
}

function run({ rows = {}, moreRows = [], outbox, sent, commands = COMMANDS }: Change = {}): Evidence {
  const messages = Object.entries(ROWS).map(([mark, shown]) => ({
    ...shown,
    ...rows[mark as keyof typeof ROWS],
  }));
  return {
    ...CLEAN,
    delivered: [...CLEAN.delivered, ...Object.values(MAILS)],
    agentMails: WISHES,
    accepted: [...CLEAN.accepted, ...(sent ?? Object.values(SENT))],
    spool: new Map([
      ...CLEAN.spool,
      ...Object.values(MAILS).map(({ sha256, attachments }): [string, { attachments: string[] }] => [
        sha256,
        { attachments: attachments.map((file) => file.sha256) },
      ]),
    ]),
    sheet: {
      ...CLEAN.sheet,
      tickets: [
        { ...TICKET, message_count: 7 },
        { ...second, message_count: 3 },
      ],
      messages: [...CLEAN.sheet.messages, ...messages, ...moreRows],
      outbox: [...CLEAN.sheet.outbox, ...(outbox ?? Object.values(OUTBOX))],
      intake: [{ ...DAY, mailbox: 11, agent_reply: 5 }],
      commands,
    },
  };
}

const found = (evidence: Evidence): string[] =>
  check(evidence).findings.map(({ kind, which }) => `${kind} ${which}`);

interface Case {
  readonly damage: string;
  readonly run: Change;
  readonly finding: `${Finding['kind']} ${string}`;
}

const CASES: readonly Case[] = [
  {
    damage: 'an answer that nobody got and no row tells of',
    run: { outbox: [OUTBOX.jade, OUTBOX.held], sent: [SENT.jade, SENT.held] },
    finding: 'lost-reply garnet',
  },
  {
    damage: 'an answer that was given up without a reason',
    run: {
      outbox: [{ ...OUTBOX.garnet, state: 'failed' }, OUTBOX.jade, OUTBOX.held],
      sent: [SENT.jade, SENT.held],
    },
    finding: 'lost-reply garnet',
  },
  {
    damage: 'an answer that went out twice',
    run: { sent: [...Object.values(SENT), { ...SENT.garnet, messageId: '<again@firm.test>' }] },
    finding: 'double-reply garnet',
  },
  {
    damage: 'an answer that went to somebody else',
    run: { sent: [{ ...SENT.garnet, to: ['boss@people.test'] }, SENT.jade, SENT.held] },
    finding: 'leaked garnet',
  },
  {
    damage: 'an answer without its file',
    run: { sent: [{ ...SENT.garnet, files: [] }, SENT.jade, SENT.held] },
    finding: 'lost-attachment garnet: steps.pdf',
  },
  {
    damage: 'an answer that is shown as a note',
    run: { rows: { garnet: { direction: 'note' } } },
    finding: 'shown-otherwise garnet',
  },
  {
    damage: 'an answer that stands in the conversation twice',
    run: { moreRows: [{ ...ROWS.garnet, id: 'out:again', original: '' }] },
    finding: 'shown-otherwise garnet',
  },
  ...[
    'support+a.t-7k3q9.abcdefghij234567@firm.test',
    '##- Please reply above this line -##',
    'https://sheet.test/row/T-1',
    '#note for the team',
    TOM,
  ].map(
    (words): Case => ({
      damage: `an answer with the team's own in it: ${words}`,
      run: { sent: [{ ...SENT.garnet, text: `Try this. garnet\n${words}` }, SENT.jade, SENT.held] },
      finding: 'leaked garnet',
    }),
  ),
  {
    damage: 'a note that reached the participant',
    run: { sent: [...Object.values(SENT), accepted({ messageId: '<n@firm.test>', text: 'hazel' })] },
    finding: 'leaked hazel',
  },
  {
    damage: 'a note that is on its way to the participant',
    run: {
      outbox: [...Object.values(OUTBOX), row('outbox', { key: `relay:${ROWS.hazel.id}`, state: 'queued' })],
    },
    finding: 'leaked hazel',
  },
  {
    damage: 'a note that is shown as an answer',
    run: { rows: { hazel: { direction: 'out' } } },
    finding: 'shown-otherwise hazel',
  },
  {
    damage: 'a command that is not noted',
    run: { commands: [] },
    finding: 'lost-command T-1 tom@firm.test priority',
  },
  {
    damage: 'a command that is noted twice',
    run: { commands: [...COMMANDS, row('commands', { ...COMMANDS[1], id: 'c3' })] },
    finding: 'double-command T-1 tom@firm.test priority',
  },
  ...(['garnet', 'jade'] as const).map(
    (mark): Case => ({
      damage: `a letter back about what was understood (${mark})`,
      run: {
        outbox: [
          ...Object.values(OUTBOX),
          row('outbox', { key: 'help', to: TOM, state: 'sent', message_id: '<h@x>' }),
        ],
        sent: [
          ...Object.values(SENT),
          accepted({ to: [TOM], messageId: '<h@x>', inReplyTo: MAILS[mark].messageId }),
        ],
      },
      finding: `needless-letter ${mark}`,
    }),
  ),
  {
    damage: 'two answers at once that both went out',
    run: {
      sent: [...Object.values(SENT), accepted({ to: [EVA], messageId: '<k@firm.test>', text: 'kelp' })],
    },
    finding: 'double-reply jade, kelp',
  },
  {
    damage: 'two answers at once of which none went out',
    run: {
      rows: { jade: { direction: 'note' } },
      outbox: [OUTBOX.garnet, OUTBOX.held],
      sent: [SENT.garnet, SENT.held],
    },
    finding: 'lost-reply jade, kelp',
  },
  {
    damage: 'an answer that waits, and nobody was told',
    run: { outbox: [OUTBOX.garnet, OUTBOX.jade], sent: [SENT.garnet, SENT.jade] },
    finding: 'shown-otherwise kelp',
  },
  {
    damage: 'an answer that waits and is shown as one that went out',
    run: { rows: { kelp: { direction: 'out' } } },
    finding: 'shown-otherwise kelp',
  },
];

describe('the judge of torture runs, about colleagues who answer by mail', () => {
  it('finds nothing where all went well', () => {
    expect(check(run()).findings).toEqual([]);
  });

  it.each(CASES)('finds $damage', ({ run: change, finding }) => {
    expect(found(run(change))).toContain(finding);
  });

  it('accepts an answer that the server refused for good', () => {
    const evidence = run({
      outbox: [{ ...OUTBOX.garnet, state: 'failed' }, OUTBOX.jade, OUTBOX.held],
      sent: [SENT.jade, SENT.held],
    });
    expect(found({ ...evidence, refusals: [{ to: JAN, reply: '550 5.1.1 no such user' }] })).toEqual([]);
  });

  it('lets a later letter quote an answer to colleagues', () => {
    const letter = accepted({
      to: [TOM],
      messageId: '<letter@firm.test>',
      text: '> Try this. garnet\n> hazel',
    });
    const told = row('outbox', { key: 'turn:T-1', to: TOM, state: 'sent', message_id: '<letter@firm.test>' });
    expect(
      found(run({ outbox: [...Object.values(OUTBOX), told], sent: [...Object.values(SENT), letter] })),
    ).toEqual([]);
  });

  it('finds an answer from the mailbox itself that the bridge sent once more', () => {
    const direct = delivered({ mark: 'lotus', kind: 'direct', belongsTo: 'amber', sha256: '6'.repeat(64) });
    const evidence = run({
      sent: [...Object.values(SENT), accepted({ messageId: '<l@firm.test>', text: 'lotus' })],
    });
    expect(found({ ...evidence, delivered: [...evidence.delivered, direct] })).toContain(
      'double-reply lotus',
    );
  });
});
