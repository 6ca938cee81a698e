import fc from 'fast-check';
import { identifyRows, type RowIdentity, unsettledRows } from '../../../core/identity/row-claims';
import type { PlacedRow } from '../../../core/workbook/rows';
import { ticketRow } from '../ticket/ticket-rows';

const A = 'T-AAAAA';
const B = 'T-BBBBB';

/** Number in the cell, number accepted, and how the rest of the row came to be. */
type Written = readonly [id: string, was: string, rest?: 'by mail' | 'by hand' | 'nothing'];

function rowsOf(written: readonly Written[]): readonly PlacedRow<'tickets'>[] {
  return written.map(([id, was, rest = 'by mail'], index) => ({
    rowIndex: index + 2,
    row: ticketRow({
      id,
      id_seen: was,
      ...(rest === 'by mail' ? {} : { created_at: null }),
      ...(rest === 'nothing' ? { subject: '', excerpt: '', requester_name: '', requester_email: ' ' } : {}),
    }),
  }));
}

const identities = (written: readonly Written[]): readonly RowIdentity[] =>
  identifyRows(rowsOf(written)).map(({ identity }) => identity);

const own = (id: string): RowIdentity => ({ kind: 'own', id });
const restore = (id: string): RowIdentity => ({ kind: 'restore', id });
const doubled = (id: string): RowIdentity => ({ kind: 'doubled', id });
const mixed = (id: string): RowIdentity => ({ kind: 'mixed', id });
const filed = (id: string | null, copyOf: string | null = null): RowIdentity => ({
  kind: 'filed',
  id,
  copyOf,
});

const CASES: readonly (readonly [what: string, written: readonly Written[], is: readonly RowIdentity[]])[] = [
  ['the bridge has just written it', [[A, '']], [own(A)]],
  [
    'nobody has touched it',
    [
      [A, A],
      [B, B],
    ],
    [own(A), own(B)],
  ],
  [
    'its number was emptied',
    [
      ['', A],
      [B, B],
    ],
    [restore(A), own(B)],
  ],
  ['its number was mistyped', [['T-AAAAX', A]], [restore(A)]],
  ['its number is written small, with spaces', [[' t-aaaaa ', A]], [restore(A)]],
  ['spaces were typed around its number', [[` ${A} `, A]], [own(A)]],
  [
    'another number was pasted over its own',
    [
      [A, A],
      [A, B],
    ],
    [own(A), restore(B)],
  ],
  [
    'two rows swapped their numbers',
    [
      [B, A],
      [A, B],
    ],
    [mixed(A), mixed(B)],
  ],
  [
    'only the numbers were sorted',
    [
      [B, A],
      ['T-CCCCC', B],
      [A, 'T-CCCCC'],
    ],
    [mixed(A), mixed(B), mixed('T-CCCCC')],
  ],
  [
    'it was copied',
    [
      [A, A],
      [A, A],
    ],
    [doubled(A), doubled(A)],
  ],
  [
    'it was copied without the hidden columns',
    [
      [A, A],
      [A, ''],
    ],
    [doubled(A), doubled(A)],
  ],
  [
    'it was copied, and the copy’s number emptied',
    [
      [A, A],
      ['', A],
    ],
    [own(A), filed(null, A)],
  ],
  [
    'it was copied, and the copy got a number of its own',
    [
      [A, A],
      [B, A],
    ],
    [own(A), filed(B, A)],
  ],
  [
    'it was copied, and the copy got the number of a third',
    [
      [A, A],
      [B, A],
      [B, B],
    ],
    [own(A), doubled(B), doubled(B)],
  ],
  [
    'it was copied, and both numbers emptied',
    [
      ['', A],
      ['', A],
    ],
    [doubled(A), doubled(A)],
  ],
  [
    'its number was emptied and the bridge wrote its row anew',
    [
      ['', A],
      [A, ''],
    ],
    [doubled(A), doubled(A)],
  ],
  ['somebody typed a new row', [['', '', 'by hand']], [filed(null)]],
  ['somebody typed a new row with a number', [['T-12345', '', 'by hand']], [filed('T-12345')]],
  [
    'two people typed the same number',
    [
      ['T-12345', '', 'by hand'],
      ['T-12345', '', 'by hand'],
    ],
    [doubled('T-12345'), doubled('T-12345')],
  ],
  ['its number went before it was ever looked at', [['', '']], [filed(null)]],
  [
    'there is nothing in the row that makes a ticket',
    [
      ['', '', 'nothing'],
      ['', A, 'nothing'],
      [A, A],
    ],
    [{ kind: 'blank' }, { kind: 'blank' }, own(A)],
  ],
];

test.each(CASES)('%s', (_, written, is) => {
  expect(identities(written)).toEqual(is);
});

describe('whatever stands in the cells', () => {
  const number = fc.constantFrom('', A, B, 'T-CCCCC', 'nonsense');
  const written = fc.array(
    fc.tuple(number, number, fc.constantFrom('by mail' as const, 'by hand' as const, 'nothing' as const)),
    { maxLength: 8 },
  );

  test('no number is worked on in two rows', () => {
    fc.assert(
      fc.property(written, (rows) => {
        const worked = identities(rows).flatMap((identity) =>
          'id' in identity && identity.id !== null && ['own', 'restore', 'filed'].includes(identity.kind)
            ? [identity.id]
            : [],
        );
        expect(new Set(worked).size).toBe(worked.length);
      }),
      { numRuns: 2_000 },
    );
  });

  test('the rows that are left out as settled are so, and say nothing about the others', () => {
    fc.assert(
      fc.property(written, (rows) => {
        const placed = rowsOf(rows);
        const few = identifyRows(unsettledRows(placed));
        const identityAt = new Map(few.map((each) => [each.placed.rowIndex, each.identity]));
        for (const { placed: each, identity } of identifyRows(placed)) {
          expect(identityAt.get(each.rowIndex) ?? own(each.row.id_seen)).toEqual(identity);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('the order of the rows makes no difference', () => {
    fc.assert(
      fc.property(written, (rows) => {
        const turned = identities([...rows].reverse());
        expect([...turned].reverse()).toEqual(identities(rows));
      }),
      { numRuns: 500 },
    );
  });

  test('once the numbers are put right and accepted, every row is its own', () => {
    fc.assert(
      fc.property(written, (rows) => {
        const settled = identities(rows).flatMap((identity, index): Written[] => {
          if (identity.kind === 'own' || identity.kind === 'restore') return [[identity.id, identity.id]];
          if (identity.kind === 'filed') {
            const id = identity.id ?? `T-9999${index}`;
            return [[id, id]];
          }
          return [];
        });
        for (const identity of identities(settled)) expect(identity.kind).toBe('own');
      }),
      { numRuns: 500 },
    );
  });
});
