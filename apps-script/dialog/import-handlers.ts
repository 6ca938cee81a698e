/** The import's part of the dialogs' door: what its requests must look like. */
import * as v from 'valibot';
import { FIELDS, IMPORT_KINDS, type ImportField } from '../../core/import/fields';
import type { Handlers } from '../door/door';
import { importRows, previewImport, startImport } from './import';
import { type ImportCalls, MOST_ROWS } from './import-contract';

const MOST_COLUMNS = 200;

const cell = v.pipe(v.string(), v.maxLength(50_000));
const row = v.object({
  number: v.pipe(v.number(), v.integer(), v.minValue(1)),
  cells: v.pipe(v.array(cell), v.maxLength(MOST_COLUMNS)),
});
const rows = (most: number) => v.pipe(v.array(row), v.maxLength(most));

const fields: readonly ImportField[] = IMPORT_KINDS.flatMap((kind): readonly ImportField[] => FIELDS[kind]);
const columns = v.pipe(
  v.array(v.object({ title: v.pipe(v.string(), v.maxLength(2_000)), field: v.picklist([...fields, '']) })),
  v.maxLength(MOST_COLUMNS),
);
const order = ['day-first', 'month-first', 'each'] as const;
const wish = {
  kind: v.picklist(IMPORT_KINDS),
  session: v.pipe(v.string(), v.maxLength(500)),
  replace: v.boolean(),
};

export const importHandlers: Handlers<ImportCalls> = {
  startImport: { takes: v.looseObject({}), run: (services) => startImport(services) },
  previewImport: {
    takes: v.object({
      ...wish,
      rows: rows(MOST_ROWS),
      dates: v.picklist([...order, 'guess']),
      given: columns,
    }),
    run: previewImport,
  },
  importRows: {
    takes: v.object({
      ...wish,
      key: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
      // A group of repeated rows goes together, however long it is.
      rows: rows(MOST_ROWS),
      columns,
      dates: v.picklist(order),
      last: v.boolean(),
    }),
    run: importRows,
  },
};
