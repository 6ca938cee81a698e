/** Whether every mail that was delivered has one row on the right ticket, whole, and every ticket is a whole one. */
import type { Row } from '../../core/workbook/rows';
import { twice } from './checker-intake';
import type { DeliveredMail, Evidence, Finding } from './evidence';

type MessageRow = Row<'messages'>;

/** A mail and the rows that stand for it. */
interface Kept {
  readonly mail: DeliveredMail;
  readonly rows: readonly MessageRow[];
}

export function mailFindings(evidence: Evidence): Finding[] {
  const kept = keptMails(evidence);
  return [
    ...kept.flatMap((one) => rowFindings(one, evidence)),
    ...kept.flatMap((one) => attachmentFindings(one, evidence)),
    ...placeFindings(kept),
    ...strangeRows(evidence),
    ...ticketFindings(evidence),
  ];
}

/** Each mail once, whatever number of copies was delivered. */
export function distinctMails(delivered: readonly DeliveredMail[]): DeliveredMail[] {
  const first = new Map<string, DeliveredMail>();
  for (const mail of delivered) {
    const before = first.get(mail.sha256);
    if (before === undefined || before.kind === 'copy') first.set(mail.sha256, mail);
  }
  return [...first.values()];
}

function keptMails({ delivered, sheet }: Evidence): Kept[] {
  const mails = distinctMails(delivered);
  const bySha = new Map(mails.map((mail) => [mail.sha256, mail]));
  const rows = new Map<DeliveredMail, MessageRow[]>(mails.map((mail) => [mail, []]));
  for (const row of sheet.messages) {
    const mail = mailOf(row, mails, bySha);
    if (mail !== null) rows.get(mail)?.push(row);
  }
  return mails.map((mail) => ({ mail, rows: rows.get(mail) ?? [] }));
}

/** By its bytes; a row without them by the mark alone, which an answer may quote. */
function mailOf(
  row: MessageRow,
  mails: readonly DeliveredMail[],
  bySha: ReadonlyMap<string, DeliveredMail>,
): DeliveredMail | null {
  const byBytes = bySha.get(row.original);
  if (byBytes !== undefined) return byBytes;
  if (row.direction === 'out') return null;
  const words = `${row.subject} ${row.text}`;
  return mails.find(({ mark }) => words.includes(mark)) ?? null;
}

function rowFindings({ mail, rows }: Kept, { sheet, spool }: Evidence): Finding[] {
  const [row] = rows;
  const findings: Finding[] = [];
  if (row === undefined) {
    const named = sheet.problems.some((problem) => cellsOf(problem).includes(mail.sha256.slice(0, 12)));
    findings.push({
      kind: 'lost-mail',
      which: mail.mark,
      what: `no row of Messages has it${named ? '; the Problems tab names it' : ' and no line of Problems names it'}`,
    });
  } else if (rows.length > 1) {
    const where = rows.map(({ id, ticket_id }) => `${id} on ${ticket_id === '' ? 'no ticket' : ticket_id}`);
    findings.push({
      kind: 'duplicate-ticket',
      which: mail.mark,
      what: `it has ${rows.length} rows: ${where.join(', ')}`,
    });
  }
  if (!spool.has(mail.sha256)) {
    findings.push({ kind: 'lost-mail', which: mail.mark, what: 'the spool does not hold its bytes' });
  } else if (row !== undefined && row.original !== mail.sha256) {
    findings.push({
      kind: 'shown-otherwise',
      which: mail.mark,
      what: `its row points to the original "${row.original}"`,
    });
  }
  return findings;
}

function attachmentFindings({ mail, rows: [row] }: Kept, { spool }: Evidence): Finding[] {
  const held = spool.get(mail.sha256)?.attachments ?? [];
  const names = row?.attachments.join(', ') ?? '';
  return mail.attachments.flatMap(({ filename, sha256 }): Finding[] => {
    const lost = (what: string): Finding => ({
      kind: 'lost-attachment',
      which: `${mail.mark}: ${filename}`,
      what,
    });
    return [
      ...(row === undefined || names.includes(filename)
        ? []
        : [lost(`the row names ${names === '' ? 'no file' : names}`)]),
      ...(held.includes(sha256) ? [] : [lost('the bytes in the spool do not hold it whole')]),
    ];
  });
}

/** A mail is a question that opens a ticket, or part of a conversation, or a robot's. */
function placeFindings(kept: readonly Kept[]): Finding[] {
  const ticketOf = new Map(
    kept.flatMap(({ mail, rows: [row] }) => (row ? [[mail.mark, row.ticket_id]] : [])),
  );
  const openedBy = new Map<string, string>();
  return kept.flatMap(({ mail, rows: [row] }): Finding[] => {
    if (row === undefined) return [];
    const ticket = row.ticket_id;
    const wrong = (what: string): Finding[] => [{ kind: 'wrong-ticket', which: mail.mark, what }];
    if (mail.belongsTo !== null) {
      const right = ticketOf.get(mail.belongsTo);
      if (right === undefined || right === ticket) return [];
      return wrong(`it is on "${ticket}" and belongs to "${right}", where ${mail.belongsTo} is`);
    }
    if (mail.kind === 'robot' || mail.kind === 'bounce') {
      return ticket === '' ? [] : wrong(`a ${mail.kind} of no conversation is on "${ticket}"`);
    }
    if (ticket === '') return wrong('a question without a ticket');
    const other = openedBy.get(ticket);
    openedBy.set(ticket, mail.mark);
    return other === undefined ? [] : wrong(`it shares "${ticket}" with the question ${other}`);
  });
}

/** Rows that nobody's mail and no answer of ours explains. */
function strangeRows({ delivered, asked, sheet }: Evidence): Finding[] {
  const known = new Set(delivered.map(({ sha256 }) => sha256));
  const marks = [...delivered, ...asked].map(({ mark }) => mark);
  return [
    ...sheet.messages.flatMap((row): Finding[] => {
      const words = `${row.subject} ${row.text}`;
      if (known.has(row.original) || marks.some((mark) => words.includes(mark))) return [];
      if (row.direction === 'out') return [];
      return [{ kind: 'shown-otherwise', which: row.id, what: 'a row of Messages that no mail explains' }];
    }),
    ...twice(sheet.messages.filter(({ direction }) => direction === 'out').map(({ id }) => id)).map(
      (id): Finding => ({
        kind: 'shown-otherwise',
        which: id,
        what: 'the answer stands more than once in Messages',
      }),
    ),
  ];
}

const TICKET_CELLS = ['id', 'requester_email', 'subject', 'status'] as const;

function ticketFindings(evidence: Evidence): Finding[] {
  const { sheet, deletedTickets } = evidence;
  const rowsOf = new Map<string, MessageRow[]>();
  for (const row of sheet.messages) {
    if (row.ticket_id !== '') rowsOf.set(row.ticket_id, [...(rowsOf.get(row.ticket_id) ?? []), row]);
  }
  const present = new Set(sheet.tickets.map(({ id }) => id));
  const named = (id: string) => sheet.problems.some((problem) => cellsOf(problem).includes(id));
  return [
    ...twice(sheet.tickets.map(({ id }) => id)).map(
      (id): Finding => ({ kind: 'duplicate-ticket', which: id, what: 'two rows of Tickets have this id' }),
    ),
    ...sheet.tickets.flatMap((ticket) => wholeness(ticket, rowsOf.get(ticket.id) ?? [], evidence)),
    ...[...new Set([...rowsOf.keys(), ...deletedTickets])]
      .filter((id) => !present.has(id) && !(deletedTickets.includes(id) && named(id)))
      .map(
        (id): Finding => ({
          kind: 'half-ticket',
          which: id,
          what: `${rowsOf.get(id)?.length ?? 0} rows of Messages belong to it, and it has no row of its own`,
        }),
      ),
  ];
}

function wholeness(ticket: Row<'tickets'>, rows: readonly MessageRow[], { delivered }: Evidence): Finding[] {
  const half = (what: string): Finding => ({ kind: 'half-ticket', which: ticket.id, what });
  const empty: string[] = TICKET_CELLS.filter((cell) => ticket[cell] === '');
  if (ticket.created_at === null) empty.push('created_at');
  const writers = rows.flatMap(({ original }) =>
    delivered.flatMap(({ sha256, from }) => (sha256 === original ? [from.toLowerCase()] : [])),
  );
  const stranger =
    rows.length > 0 && writers.length > 0 && !writers.includes(ticket.requester_email.toLowerCase());
  return [
    ...(empty.length > 0 ? [half(`its row lacks ${empty.join(', ')}`)] : []),
    ...(rows.length === 0 ? [half('no row of Messages belongs to it')] : []),
    ...(stranger && ticket.requester_email !== ''
      ? [half(`its requester "${ticket.requester_email}" has written none of its mails`)]
      : []),
    ...(rows.length > 0 && ticket.message_count !== rows.length
      ? [
          {
            kind: 'shown-otherwise' as const,
            which: ticket.id,
            what: `its row counts ${ticket.message_count} mails, and Messages has ${rows.length}`,
          },
        ]
      : []),
  ];
}

function cellsOf({ key, row, what, todo }: Row<'problems'>): string {
  return [key, row, what, todo].join(' ');
}
