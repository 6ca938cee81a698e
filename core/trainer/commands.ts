/**
 * What the first lines of a colleague's answer ask for. All of them or none: where one cannot be followed, nothing of the
 * mail happens, and it comes back with help.
 */
import type { NameReading } from '../assignment/names';
import type { TicketRight } from '../team/roles';
import { type DayNumber, formatDay, plusDays } from '../time/civil';
import { editDistance } from '../words/edit-distance';
import { slipsAllowed } from '../words/folded';
import { type ChoiceKey, PRIORITIES, type Priority, type TicketStatus } from '../workbook/choices';
import { bare, type KnownCommand, plain, splitCommands } from './command-lines';
import { type CommandName, PRIORITY_FORMS, TO_ME } from './command-words';
import type { CommandFault, Order } from './trainer-mail-types';
import { readWait } from './wait-until';

/** The machine word behind what a person typed, in any language, and whether it was typed without a slip. */
export type ReadChoice = (
  choice: ChoiceKey,
  typed: string,
) => { readonly word: string; readonly exact: boolean } | null;

export interface KnownTemplate {
  readonly key: string;
  /** It is a frame around the colleague's words, and empty without them. */
  readonly needsWords: boolean;
}

export interface CommandFacts {
  /** The writer, as the Team tab has the name. */
  readonly self: string;
  /** Whoever of the team is meant by a name. */
  readonly who: (written: string) => NameReading;
  /** Those to whom a ticket can go, as the Team tab has them. */
  readonly names: readonly string[];
  readonly templates: readonly KnownTemplate[];
  readonly readChoice: ReadChoice;
  readonly today: DayNumber;
  /** Whether the writer may do that with this ticket. */
  readonly may: (right: TicketRight) => boolean;
}

export interface CommandReading {
  /** Without the commands; what stands behind "#note" is the first of it. */
  readonly words: string;
  /** What the words are: an answer unless a command says something else. */
  readonly as: 'answer' | 'note' | 'release';
  /** null: the usual one. */
  readonly template: KnownTemplate | null;
  /** Each cell once. */
  readonly orders: readonly Order[];
  readonly faults: readonly CommandFault[];
}

type Wish =
  | Order
  | { readonly cell: 'words'; readonly to: 'note' | 'release' }
  | { readonly cell: 'words'; readonly to: 'template'; readonly template: KnownTemplate };

/**
 * What a command decides. Two that decide the same differently contradict each other, and one of the two is a slip:
 * - where the ticket stands: "#resolved" and "#wait 3d", "#vendor" and "#open". A ticket on hold until Friday waits for
 *   Friday, whoever else it waits for;
 * - what becomes of the words: a note goes to nobody, so no template is put around it; a held answer has its own.
 * What decides different things goes together: "#note" and "#resolved" settle the matter without a word to the
 * participant, "#resolved" and "#template thanks" with one, "#assign Anna" and "#urgent" and a note hand it on.
 */
const DECIDES: Readonly<Record<Wish['cell'], 'standing' | 'priority' | 'assignee' | 'words'>> = {
  status: 'standing',
  hold_until: 'standing',
  priority: 'priority',
  assignee: 'assignee',
  words: 'words',
};

/** As for the same in the sidebar (core/team/roles). */
const RIGHT: Readonly<Record<Order['cell'] | 'note' | 'release' | 'template', TicketRight>> = {
  status: 'move',
  hold_until: 'move',
  priority: 'triage',
  assignee: 'triage',
  note: 'note',
  release: 'answer',
  template: 'answer',
};

type Reading = Wish | CommandFault;

export function readCommands(text: string, facts: CommandFacts): CommandReading {
  const { commands, body, below } = splitCommands(text);
  const faults: CommandFault[] = [];
  const decided = new Map<string, { readonly line: string; readonly wish: Wish; readonly said: string }>();
  const noted: string[] = [];
  for (const command of commands) {
    const { line } = command;
    if (command.name === null) {
      faults.push({ kind: 'unknown-command', line, meant: command.meant });
      continue;
    }
    const wish = READ[command.name](command, facts);
    if ('kind' in wish) {
      faults.push(wish);
      continue;
    }
    if (!facts.may(RIGHT[wish.cell === 'words' ? wish.to : wish.cell])) {
      faults.push({ kind: 'not-yours', line });
      continue;
    }
    const said = saying(wish);
    const before = decided.get(DECIDES[wish.cell]);
    if (before === undefined) decided.set(DECIDES[wish.cell], { line, wish, said });
    else if (before.said !== said) faults.push({ kind: 'contradiction', line, other: before.line });
    if (command.name === 'note' && command.value !== '') noted.push(command.value);
  }
  faults.push(...below.map((line): CommandFault => ({ kind: 'command-below', line })));
  const words = [...noted, body].filter((part) => part !== '').join('\n');
  const ofWords = decided.get('words');
  // A held answer goes out as it is: whoever has more to say writes another.
  if (ofWords?.said === 'words: release' && words !== '') {
    faults.push({ kind: 'contradiction', line: ofWords.line, other: words.split('\n')[0] ?? '' });
  }
  const wishes = Array.from(decided.values(), ({ wish }) => wish);
  const wish = wishes.find((each) => each.cell === 'words');
  return {
    words,
    as: wish?.cell === 'words' && wish.to !== 'template' ? wish.to : 'answer',
    template: wish?.cell === 'words' && wish.to === 'template' ? wish.template : null,
    orders: wishes.flatMap((each) => (each.cell === 'words' ? [] : [each])),
    faults,
  };
}

function saying(wish: Wish): string {
  const more = wish.cell === 'words' && wish.to === 'template' ? ` ${wish.template.key}` : '';
  return `${wish.cell}: ${wish.to}${more}`;
}

type Read = (command: KnownCommand, facts: CommandFacts) => Reading;

const status =
  (to: TicketStatus): Read =>
  ({ line, value }) =>
    value === '' ? { cell: 'status', to } : { kind: 'takes-no-value', line };

const READ: Readonly<Record<CommandName, Read>> = {
  resolved: status('resolved'),
  open: status('open'),
  vendor: status('waiting_vendor'),
  urgent: ({ line, value }) =>
    value === '' ? { cell: 'priority', to: 'urgent' } : { kind: 'takes-no-value', line },
  send: ({ line, value }) =>
    value === '' ? { cell: 'words', to: 'release' } : { kind: 'takes-no-value', line },
  note: () => ({ cell: 'words', to: 'note' }),
  priority: valued(readPriority),
  assign: valued(readAssignee),
  wait: valued(readHold),
  template: valued(readTemplate),
};

function valued(read: Read): Read {
  return (command, facts) =>
    command.value === '' ? { kind: 'no-value', line: command.line } : read(command, facts);
}

function readPriority({ line, value }: KnownCommand, { readChoice }: CommandFacts): Reading {
  const typed = plain(value);
  const form = PRIORITIES.find((word) => PRIORITY_FORMS[word].some((known) => plain(known) === typed));
  const read = form === undefined ? readChoice('priority', value) : { word: form, exact: true };
  const word: Priority | undefined = PRIORITIES.find((each) => each === read?.word);
  if (read === null || word === undefined) return { kind: 'unknown-value', line, known: PRIORITIES };
  return read.exact ? { cell: 'priority', to: word } : { kind: 'ambiguous-value', line, meant: [word] };
}

/** Names are read as in the Sheet, a slip included: whoever is meant sees at once that the ticket came. */
function readAssignee({ line, value }: KnownCommand, { self, who, names }: CommandFacts): Reading {
  const typed = bare(value.replace(/^@\s*/, ''));
  if (TO_ME.some((word) => plain(word) === plain(typed))) return { cell: 'assignee', to: self };
  const reading = who(typed);
  switch (reading.kind) {
    case 'known':
      return names.includes(reading.name)
        ? { cell: 'assignee', to: reading.name }
        : { kind: 'unknown-value', line, known: names };
    case 'ambiguous': {
      const here = reading.names.filter((name) => names.includes(name));
      const [only] = here;
      if (only !== undefined && here.length === 1) return { cell: 'assignee', to: only };
      return here.length === 0
        ? { kind: 'unknown-value', line, known: names }
        : { kind: 'ambiguous-value', line, meant: here };
    }
    case 'unknown':
      return { kind: 'unknown-value', line, known: names };
  }
}

function readHold({ line, value }: KnownCommand, { today }: CommandFacts): Reading {
  const reading = readWait(value, today);
  switch (reading.kind) {
    case 'day':
      return { cell: 'hold_until', to: formatDay(reading.day) };
    case 'ambiguous':
      return { kind: 'ambiguous-value', line, meant: reading.days.map(formatDay) };
    case 'unknown':
      return { kind: 'unknown-value', line, known: ['3d', '2w', formatDay(plusDays(today, 7))] };
  }
}

function readTemplate({ line, value }: KnownCommand, { templates }: CommandFacts): Reading {
  const typed = plain(value);
  const template = templates.find(({ key }) => plain(key) === typed);
  if (template !== undefined) return { cell: 'words', to: 'template', template };
  const slips = slipsAllowed(typed);
  const near = templates.filter(({ key }) => slips > 0 && editDistance(typed, plain(key), slips) <= slips);
  return near.length > 0
    ? { kind: 'ambiguous-value', line, meant: near.map(({ key }) => key) }
    : { kind: 'unknown-value', line, known: templates.map(({ key }) => key) };
}
