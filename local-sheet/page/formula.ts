/**
 * The formulas of conditional formats: comparisons and a few functions over cells of the same sheet. A formula
 * outside of this answers `undefined`, and its rule is named as not shown rather than shown wrongly.
 */
export type FormulaValue = string | number | boolean | null;

export interface FormulaCells {
  /** The cell at this place, from 0. */
  value(row: number, column: number): FormulaValue;
  /** Now, as a serial of the spreadsheet's zone. */
  readonly now: number;
}

type Node =
  | { readonly kind: 'value'; readonly value: FormulaValue }
  | {
      readonly kind: 'cell';
      readonly row: number;
      readonly column: number;
      readonly fixedRow: boolean;
      readonly fixedColumn: boolean;
    }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Node[] }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Node; readonly right: Node }
  | { readonly kind: 'minus'; readonly of: Node };

/** How far the formula's relative references have moved from the first cell of its range. */
interface Shift {
  readonly rows: number;
  readonly columns: number;
}

type Formula = (cells: FormulaCells, shift: Shift) => FormulaValue;

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?)|"((?:[^"]|"")*)"|(\$?)([A-Z]{1,3})(\$?)(\d+)(?![A-Z(])|([A-Z][A-Z0-9.]*)|(<>|<=|>=|[=<>&+\-*/(),;]))/iy;

type Token =
  | { readonly kind: 'value'; readonly value: FormulaValue }
  | Extract<Node, { kind: 'cell' }>
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: string };

function tokens(text: string): Token[] | null {
  const found: Token[] = [];
  const scan = new RegExp(TOKEN);
  const trimmed = text.trimEnd();
  while (scan.lastIndex < trimmed.length) {
    const match = scan.exec(trimmed);
    if (match === null) return null;
    const [, number, quoted, fixedColumn, letters, fixedRow, digits, word, sign] = match;
    if (number !== undefined) found.push({ kind: 'value', value: Number(number) });
    else if (quoted !== undefined) found.push({ kind: 'value', value: quoted.replace(/""/g, '"') });
    else if (letters !== undefined) {
      let column = 0;
      for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
      found.push({
        kind: 'cell',
        row: Number(digits) - 1,
        column: column - 1,
        fixedRow: fixedRow === '$',
        fixedColumn: fixedColumn === '$',
      });
    } else if (word !== undefined) found.push({ kind: 'word', text: word.toUpperCase() });
    else found.push({ kind: 'sign', text: sign ?? '' });
  }
  return found;
}

const PRECEDENCE: readonly (readonly string[])[] = [
  ['=', '<>', '<', '>', '<=', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
];

class Unsupported extends Error {}

class Parser {
  private at = 0;

  constructor(private readonly list: readonly Token[]) {}

  whole(): Node {
    const node = this.binary(0);
    if (this.at < this.list.length) throw new Unsupported();
    return node;
  }

  private binary(level: number): Node {
    const operators = PRECEDENCE[level];
    if (operators === undefined) return this.unary();
    let left = this.binary(level + 1);
    for (;;) {
      const next = this.list[this.at];
      if (next?.kind !== 'sign' || !operators.includes(next.text)) return left;
      this.at += 1;
      left = { kind: 'binary', operator: next.text, left, right: this.binary(level + 1) };
    }
  }

  private unary(): Node {
    if (this.take('-')) return { kind: 'minus', of: this.unary() };
    if (this.take('(')) {
      const inner = this.binary(0);
      if (!this.take(')')) throw new Unsupported();
      return inner;
    }
    const token = this.list[this.at++];
    if (token === undefined || token.kind === 'sign') throw new Unsupported();
    if (token.kind !== 'word') return token;
    if (!this.take('(')) {
      if (token.text === 'TRUE' || token.text === 'FALSE')
        return { kind: 'value', value: token.text === 'TRUE' };
      throw new Unsupported();
    }
    if (!(token.text in FUNCTIONS)) throw new Unsupported();
    const args: Node[] = [];
    if (this.take(')')) return { kind: 'call', name: token.text, args };
    do args.push(this.binary(0));
    while (this.take(',') || this.take(';'));
    if (!this.take(')')) throw new Unsupported();
    return { kind: 'call', name: token.text, args };
  }

  private take(sign: string): boolean {
    const next = this.list[this.at];
    if (next?.kind !== 'sign' || next.text !== sign) return false;
    this.at += 1;
    return true;
  }
}

/** @returns undefined for a formula outside of the supported part */
export function compileFormula(text: string): Formula | undefined {
  const list = text.startsWith('=') ? tokens(text.slice(1)) : null;
  if (list === null) return undefined;
  try {
    const root = new Parser(list).whole();
    return (cells, shift) => evaluate(root, cells, shift);
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
}

function evaluate(node: Node, cells: FormulaCells, shift: Shift): FormulaValue {
  switch (node.kind) {
    case 'value':
      return node.value;
    case 'cell':
      return cells.value(
        node.row + (node.fixedRow ? 0 : shift.rows),
        node.column + (node.fixedColumn ? 0 : shift.columns),
      );
    case 'minus':
      return -numeric(evaluate(node.of, cells, shift));
    case 'binary':
      return operate(node.operator, evaluate(node.left, cells, shift), evaluate(node.right, cells, shift));
    case 'call':
      return (
        FUNCTIONS[node.name]?.(
          node.args.map((argument) => evaluate(argument, cells, shift)),
          cells,
        ) ?? null
      );
  }
}

function operate(operator: string, left: FormulaValue, right: FormulaValue): FormulaValue {
  switch (operator) {
    case '&':
      return asText(left) + asText(right);
    case '+':
      return numeric(left) + numeric(right);
    case '-':
      return numeric(left) - numeric(right);
    case '*':
      return numeric(left) * numeric(right);
    case '/':
      return numeric(left) / numeric(right);
    case '=':
      return compare(left, right) === 0;
    case '<>':
      return compare(left, right) !== 0;
    case '<':
      return compare(left, right) < 0;
    case '>':
      return compare(left, right) > 0;
    case '<=':
      return compare(left, right) <= 0;
    default:
      return compare(left, right) >= 0;
  }
}

/** Numbers before text before booleans; text without case; an empty cell is the zero of the other side. */
function compare(left: FormulaValue, right: FormulaValue): number {
  const a = left ?? zeroLike(right);
  const b = right ?? zeroLike(left);
  if (typeof a === 'string' && typeof b === 'string') {
    const [x, y] = [a.toLowerCase(), b.toLowerCase()];
    return x === y ? 0 : x < y ? -1 : 1;
  }
  if (typeof a === typeof b) return Number(a) - Number(b);
  return rank(a) - rank(b);
}

function zeroLike(value: FormulaValue): string | number | boolean {
  if (typeof value === 'string') return '';
  return typeof value === 'boolean' ? false : 0;
}

function rank(value: string | number | boolean): number {
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
}

function numeric(value: FormulaValue): number {
  return value === null ? 0 : typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value);
}

function asText(value: FormulaValue): string {
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value ?? '');
}

export function truthy(value: FormulaValue): boolean {
  return typeof value === 'number' ? value !== 0 && !Number.isNaN(value) : value === true;
}

const FUNCTIONS: Readonly<
  Record<string, (args: readonly FormulaValue[], cells: FormulaCells) => FormulaValue>
> = {
  AND: (args) => args.every(truthy),
  OR: (args) => args.some(truthy),
  NOT: ([a = null]) => !truthy(a),
  IF: ([test = null, yes = true, no = false]) => (truthy(test) ? yes : no),
  ISBLANK: ([a = null]) => a === null,
  ISNUMBER: ([a = null]) => typeof a === 'number' && !Number.isNaN(a),
  ISTEXT: ([a = null]) => typeof a === 'string',
  LEN: ([a = null]) => asText(a).length,
  TRIM: ([a = null]) => asText(a).trim(),
  LOWER: ([a = null]) => asText(a).toLowerCase(),
  UPPER: ([a = null]) => asText(a).toUpperCase(),
  LEFT: ([a = null, n = 1]) => asText(a).slice(0, numeric(n)),
  RIGHT: ([a = null, n = 1]) => (numeric(n) === 0 ? '' : asText(a).slice(-numeric(n))),
  SEARCH: ([what = null, within = null]) => {
    const found = asText(within).toLowerCase().indexOf(asText(what).toLowerCase());
    return found < 0 ? Number.NaN : found + 1;
  },
  INT: ([a = null]) => Math.floor(numeric(a)),
  ABS: ([a = null]) => Math.abs(numeric(a)),
  MOD: ([a = null, b = null]) => numeric(a) - numeric(b) * Math.floor(numeric(a) / numeric(b)),
  TODAY: (_, cells) => Math.floor(cells.now),
  NOW: (_, cells) => cells.now,
};
