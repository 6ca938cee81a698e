/** `--map 'Adres=email'`: what the person says of columns. */
import { FIELDS, fieldNamed, type ImportField, type ImportKind } from '../../core/import/fields';
import { headerBook } from '../../core/import/header-match';
import type { GivenColumns } from '../../core/import/recognise';
import { importLabels } from '../../sheet-templates/import-labels';
import { UserError } from '../user-error';

/** @throws UserError for a mapping that cannot be read */
export function givenColumns(kind: ImportKind, written: readonly string[]): GivenColumns {
  const book = headerBook(kind, importLabels(kind));
  const given = new Map<string, ImportField | null>();
  for (const mapping of written) {
    const cut = mapping.lastIndexOf('=');
    const [column, name] = [mapping.slice(0, cut).trim(), mapping.slice(cut + 1).trim()];
    if (cut < 1 || column === '') {
      throw new UserError(
        `"${mapping}" is no mapping of a column.`,
        "Write --map 'Column=field', or --map 'Column=' to leave it out.",
      );
    }
    const label = book.match(name);
    const field =
      name === '' ? null : (fieldNamed(kind, name) ?? (label?.how === 'whole' ? label.field : undefined));
    if (field === undefined) {
      throw new UserError(
        `There is no field "${name}" in ${kind}.`,
        `Its fields are: ${FIELDS[kind].join(', ')}.`,
      );
    }
    given.set(column, field);
  }
  return given;
}
