/** Starter rows of the Reminders and Checkpoints tabs, in words that a person of the firm reads and changes. */
import type { Language, Localized } from '../../core/language';
import type { RowChange } from '../../core/workbook/rows';
import type { TemplateKey } from './template-keys';

interface Step {
  readonly step: string;
  readonly when: Localized;
  readonly anchor: 'start' | 'end';
  readonly onlyIf: Localized | null;
  readonly template: TemplateKey;
  /** There is no later moment to move to: when the morning comes, the session is over. */
  readonly atNight: boolean;
  readonly enabled: boolean;
}

const LADDER: readonly Step[] = [
  {
    step: '3d',
    when: { en: '3 days before', pl: '3 dni przed', uk: 'за 3 дні' },
    anchor: 'start',
    onlyIf: null,
    template: 'reminder_3d',
    atNight: false,
    enabled: true,
  },
  {
    step: '1d',
    when: { en: '1 day before', pl: '1 dzień przed', uk: 'за 1 день' },
    anchor: 'start',
    onlyIf: null,
    template: 'reminder_1d',
    atNight: false,
    enabled: true,
  },
  {
    step: '2h',
    when: { en: '2 hours before', pl: '2 godziny przed', uk: 'за 2 години' },
    anchor: 'start',
    onlyIf: null,
    template: 'reminder_2h',
    atNight: true,
    enabled: true,
  },
  {
    step: 'started',
    when: { en: '10 minutes after', pl: '10 minut po', uk: 'через 10 хвилин' },
    anchor: 'start',
    onlyIf: { en: 'logged in = no', pl: 'logowanie = nie', uk: 'вхід = ні' },
    template: 'reminder_started',
    atNight: true,
    // Without news from the platform nobody has logged in, and everybody would be told that they are missing.
    enabled: false,
  },
  {
    step: 'after',
    when: { en: 'next working morning', pl: 'następny roboczy ranek', uk: 'наступний робочий ранок' },
    anchor: 'end',
    onlyIf: null,
    template: 'reminder_after',
    atNight: false,
    // The firm decides first what it asks and offers afterwards: the text promises to help catch up.
    enabled: false,
  },
];

interface Check {
  readonly id: string;
  readonly when: Localized;
  readonly notYet: Localized;
  readonly template: TemplateKey;
  readonly thenAfter: Localized | null;
}

const CHECKS: readonly Check[] = [
  {
    id: 'materials',
    when: { en: '2 days before', pl: '2 dni przed', uk: 'за 2 дні' },
    notYet: { en: 'opened materials', pl: 'otwarcie materiałów', uk: 'відкриття матеріалів' },
    template: 'checkpoint_materials',
    thenAfter: null,
  },
  {
    id: 'login',
    when: { en: '1 day before', pl: '1 dzień przed', uk: 'за 1 день' },
    notYet: { en: 'logged in', pl: 'logowanie', uk: 'вхід' },
    template: 'checkpoint_login',
    thenAfter: { en: '12 hours', pl: '12 godzin', uk: '12 годин' },
  },
];

export function reminderRows(language: Language): readonly RowChange<'reminders'>[] {
  return LADDER.map(({ step, when, anchor, onlyIf, template, atNight, enabled }) => ({
    step,
    offset: when[language],
    anchor,
    audience: 'any',
    condition: onlyIf?.[language] ?? '',
    template,
    at_night: atNight,
    enabled,
  }));
}

/** Off: they make sense once the platform's report is pasted into the Activity tab. */
export function checkpointRows(language: Language): readonly RowChange<'checkpoints'>[] {
  return CHECKS.map(({ id, when, notYet, template, thenAfter }) => ({
    id,
    moment: when[language],
    condition: notYet[language],
    template,
    follow_up: '',
    follow_after: thenAfter?.[language] ?? '',
    enabled: false,
  }));
}
