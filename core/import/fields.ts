/** What can be imported, and what the columns of a file can mean. */
import { COLUMNS, type ColumnKey } from '../workbook/columns';

export const IMPORT_KINDS = ['sessions', 'participants', 'activity'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** Besides columns of the tab: what other programs write instead of them. */
export const FIELDS = {
  sessions: [
    'id',
    'course',
    'client',
    'starts_at',
    'start_date',
    'start_time',
    'ends_at',
    'end_date',
    'end_time',
    'duration',
    'zone',
    'trainer',
    'substitute',
    'link',
    'place',
    'materials',
    'audience',
    'language',
    'state',
    'confirmed',
    'deadline',
    'notes',
  ],
  participants: [
    'session_id',
    'course',
    'starts_at',
    'name',
    'first_name',
    'last_name',
    'email',
    'language',
    'audience',
    'needs',
    'company',
    'zone',
    'state',
    'reminders',
  ],
  activity: [
    'at',
    'start_date',
    'start_time',
    'email',
    'name',
    'first_name',
    'last_name',
    'session_id',
    'course',
    'what',
    // A column for each deed, its cells a moment or yes.
    'logged_in',
    'opened_materials',
    'joined',
    'submitted',
    'completed',
  ],
} as const satisfies Readonly<Record<ImportKind, readonly string[]>>;

export type ImportField = (typeof FIELDS)[ImportKind][number];
export type FieldOf<K extends ImportKind> = (typeof FIELDS)[K][number];

/** Fields that are columns of the tab, so that they have a label there. */
export function isColumn<K extends ImportKind>(kind: K, field: string): field is ColumnKey<K> & string {
  return fieldNamed(kind, field) !== null && field in COLUMNS[kind];
}

export function fieldNamed(kind: ImportKind, text: string): ImportField | null {
  const fields: readonly ImportField[] = FIELDS[kind];
  return fields.find((field) => field === text) ?? null;
}

export const DEEDS = ['logged_in', 'opened_materials', 'joined', 'submitted', 'completed'] as const;
export type Deed = (typeof DEEDS)[number];

/** Fields that hold a day or a time of day: the order of day and month is decided for all of them together. */
export const DATE_FIELDS: readonly ImportField[] = [
  'starts_at',
  'start_date',
  'ends_at',
  'end_date',
  'deadline',
  'at',
  ...DEEDS,
];
