/**
 * Where commands stand and how they are written: the leading lines of a colleague's own words that begin with "#".
 * Telling what they ask for is the business of commands.ts.
 */
import { LANGUAGES } from '../language';
import { isQuoteLine } from '../mail/attribution';
import { cutText, tidyLines } from '../mail/clean-text';
import { editDistance } from '../words/edit-distance';
import { folded, slipsAllowed } from '../words/folded';
import { COMMAND_NAMES, COMMANDS, type CommandName, commandShown } from './command-words';

export interface KnownCommand {
  /** As it was written, for whoever wrote it. */
  readonly line: string;
  readonly name: CommandName;
  readonly value: string;
}

export interface UnknownCommand {
  readonly line: string;
  readonly name: null;
  /** Commands that are a slip away, with their sign. */
  readonly meant: readonly string[];
}

export interface SplitWords {
  readonly commands: readonly (KnownCommand | UnknownCommand)[];
  /** What stands below them. */
  readonly body: string;
  /** Lines of the body that are commands all the same. */
  readonly below: readonly string[];
}

/** Zero-width and bidirectional signs, and the selectors that phones put behind a "#" to draw it as an emoji. */
const INVISIBLE = /\u034f|\ufe0e|\ufe0f|[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
const SPACES = /[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
/** What programs put before a sign: bullets, quotation marks that phones make, the asterisks of bold text. */
const SIGN = /^ {0,3}(?:[-*•·–—_`"'“”„‟«»‘’‚([\\][-*•·–—_`"'“”„‟«»‘’‚([\\ ]*)?[#＃﹟]+ */;
/** A list's number or an emoji before the sign. Such a line may be text: only a command behind it makes it one. */
const DECORATED_SIGN =
  /^ {0,3}(?:\d{1,2}[.)]|(?:\p{Extended_Pictographic}\p{Emoji_Modifier}?){1,5}) *[#＃﹟]+ */u;
/** An indented line is a passage of others that was left between one's own words. */
const INDENTED_SIGN = /^ *[#＃﹟]+ */;
const AROUND =
  /^[\s"'“”„‟«»‘’‚`*_([\p{Extended_Pictographic}\p{Emoji_Modifier}]+|[\s"'“”„‟«»‘’‚`*_.,;:!…)\]\p{Extended_Pictographic}\p{Emoji_Modifier}]+$/gu;
/** "#1 thing to try", "#T-7K3Q9 is open again": a number is no command, and words stand behind it. */
const NUMBER = /^(?:\d{1,9}|T-[0-9A-Z]{5,12}\b).*\p{L}{2}/u;
/** What a spreadsheet shows in a cell that cannot be worked out: some firms teach it. */
const CELL_ERROR =
  /^(?:REF!|N\/A|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|ADR!|N\/D|DZIEL\/0!|ARG!|NAZWA\?|LICZBA!|ZERO!|Н\/Д|ДЕЛ\/0!|ЗНАЧ!|ИМЯ\?|ССЫЛКА!|ЧИСЛО!).*\p{L}{2}/u;
const BETWEEN = / +(?=[#＃﹟]\p{L})/u;
const APOSTROPHES = /['’ʼ`´]/g;
const LONGEST_SHOWN = 120;
/** In front of a longer text stands no command; a note may be somewhat long. */
const LONGEST_LINE = 2_000;

export function plain(text: string): string {
  return folded(text.replace(APOSTROPHES, ''));
}

export function bare(text: string): string {
  return text.replace(AROUND, '');
}

/** Nobody writes so many; a text that is made of such lines costs no more than these. */
const MOST_LINES = 40;
const MOST_BELOW = 5;

export function splitCommands(words: string): SplitWords {
  const lines = words.split('\n');
  const commands: (KnownCommand | UnknownCommand)[] = [];
  let at = 0;
  for (; at < lines.length && commands.length < MOST_LINES; at++) {
    const line = cleaned(lines[at] ?? '');
    if (line.trim() === '') continue;
    const signless = behindSign(line);
    if (signless === null) break;
    commands.push(...commandsOf(line, signless));
  }
  const body = lines.slice(at);
  const below = body.filter(isCommandBelow).slice(0, MOST_BELOW);
  return {
    commands,
    body: tidyLines(body.join('\n')),
    below: below.map((line) => cutText(cleaned(line).trim(), LONGEST_SHOWN)),
  };
}

/** What stands behind the sign of a leading line; null: it is text. */
function behindSign(line: string): string | null {
  const sign = SIGN.exec(line);
  if (sign !== null) {
    const rest = line.slice(sign[0].length);
    return NUMBER.test(rest) || CELL_ERROR.test(rest) ? null : rest;
  }
  const decorated = DECORATED_SIGN.exec(line);
  if (decorated === null) return null;
  const rest = line.slice(decorated[0].length);
  return commandIn(rest) === null && near(rest).length === 0 ? null : rest;
}

function cleaned(line: string): string {
  return line.replace(INVISIBLE, '').replace(SPACES, ' ').normalize('NFC');
}

/** The commands of one line, its first sign taken off: `#resolved #urgent` are two. */
function commandsOf(line: string, signless: string): (KnownCommand | UnknownCommand)[] {
  const shown = cutText(line.trim(), LONGEST_SHOWN);
  const found: KnownCommand[] = [];
  let rest = signless;
  do {
    const end = rest.search(BETWEEN);
    const part = end === -1 ? rest : rest.slice(0, end);
    const known = commandIn(part);
    if (known === null) return [{ line: shown, name: null, meant: near(part) }];
    // Behind "#note" stands text, and a "#" in it is a sign like any other.
    const takesText = COMMANDS[known.name].takes === 'text' && known.value !== '';
    found.push({ line: shown, ...known, ...(takesText ? commandIn(rest) : null) });
    rest = end === -1 || takesText ? '' : rest.slice(end).replace(/^ *[#＃﹟]+ */, '');
  } while (rest !== '');
  return found;
}

interface Word {
  readonly name: CommandName;
  readonly written: string;
  readonly plain: string;
  /** How many words it is. */
  readonly length: number;
}

const WORDS: readonly Word[] = COMMAND_NAMES.flatMap((name) =>
  Object.values<readonly string[]>(COMMANDS[name].words).flatMap((words) =>
    words.map((written) => ({
      name,
      written,
      plain: plain(written),
      length: written.split(' ').length,
    })),
  ),
);
const NAME_OF: ReadonlyMap<string, CommandName> = new Map(WORDS.map((word) => [word.plain, word.name]));
const LONGEST_NAME = Math.max(...WORDS.map(({ length }) => length));

/** The longest command that the text begins with: "hold until" before "hold". */
function commandIn(text: string): Pick<KnownCommand, 'name' | 'value'> | null {
  if (text.length > LONGEST_LINE) return null;
  // "priority: high", "priority=high", "priority - high"
  const tokens = bareStart(text)
    .replace(/^([^\s:=：]+)[:=：]\s*/, '$1 ')
    .split(/ +/);
  for (let length = Math.min(LONGEST_NAME, tokens.length); length > 0; length--) {
    const name = NAME_OF.get(plain(bare(tokens.slice(0, length).join(' '))));
    if (name === undefined) continue;
    const rest = tokens
      .slice(length)
      .join(' ')
      .replace(/^[-–—:=]+\s+/, '')
      .trim();
    return { name, value: COMMANDS[name].takes === 'text' ? rest : bare(rest) };
  }
  return null;
}

const bareStart = (text: string): string => text.replace(/^[\s"'“”„‟«»‘’‚`*_]+/, '');

const MOST_MEANT = 3;

/** Never obeyed: what is one slip away from a command may be none. */
function near(text: string): readonly string[] {
  const tokens = bareStart(text.slice(0, LONGEST_SHOWN)).split(/[\s:=：]+/);
  const found: { readonly word: Word; readonly slips: number }[] = [];
  for (const word of WORDS) {
    const typed = plain(tokens.slice(0, word.length).join(' '));
    const most = slipsAllowed(typed);
    const slips = most === 0 ? 1 : editDistance(typed, word.plain, most);
    if (slips <= most) found.push({ word, slips });
  }
  found.sort((a, b) => a.slips - b.slips);
  const shown = new Map<CommandName, string>();
  for (const { word } of found) if (!shown.has(word.name)) shown.set(word.name, `#${word.written}`);
  return Array.from(shown.values()).slice(0, MOST_MEANT);
}

/** Words that stand behind such a command at most: further ones make it a sentence. */
const LONGEST_VALUE = 4;

function isCommandBelow(written: string): boolean {
  const line = cleaned(written);
  const sign = SIGN.exec(line) ?? INDENTED_SIGN.exec(line) ?? DECORATED_SIGN.exec(line);
  if (sign === null) return hasCommandWithin(line);
  const known = commandIn(line.slice(sign[0].length));
  if (known === null) return hasCommandWithin(line);
  switch (COMMANDS[known.name].takes) {
    case 'nothing':
      return known.value === '';
    case 'text':
      return true;
    case 'colleague':
    case 'priority':
    case 'day':
    case 'template':
      return known.value.split(' ').length <= LONGEST_VALUE;
  }
}

const WITHIN = /[ .,;:!?…)][#＃﹟](?=\p{L})/gu;
const MOST_WITHIN = 20;
const SHOWN_NOTES: ReadonlySet<string> = new Set(
  LANGUAGES.map((language) => plain(commandShown('note', language).slice(1))),
);

/**
 * "It works now. #resolved", "Thanks! #note she is angry": people who write everything on one line. A hashtag is a part of
 * the text, but for a command that ends the line and for what was to stay with the team.
 */
function hasCommandWithin(line: string): boolean {
  if (isQuoteLine(line)) return false;
  const signs = Array.from(line.slice(0, LONGEST_LINE).matchAll(WITHIN)).slice(0, MOST_WITHIN);
  return signs.some(({ index, 0: sign }) => {
    const rest = line.slice(index + sign.length);
    const known = commandIn(rest);
    if (known === null) return false;
    const [word = ''] = rest.split(/[\s:=：]+/);
    return COMMANDS[known.name].takes === 'nothing'
      ? known.value === ''
      : known.name === 'note' && SHOWN_NOTES.has(plain(bare(word)));
  });
}
