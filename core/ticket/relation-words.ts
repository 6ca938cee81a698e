/** Why two tickets point to each other, for the History tab. */
import type { Localized } from '../language';

export const RELATED_WORDS: Localized<Readonly<Record<'link' | 'unlink', string>>> = {
  en: { link: 'The tickets point to each other.', unlink: 'The tickets no longer point to each other.' },
  pl: { link: 'Zgłoszenia wskazują na siebie nawzajem.', unlink: 'Zgłoszenia już na siebie nie wskazują.' },
  uk: {
    link: 'Звернення вказують одне на одне.',
    unlink: 'Звернення більше не вказують одне на одне.',
  },
};

export const SPLIT_WORDS: Localized<{
  readonly source: (count: number) => string;
  readonly fresh: (id: string) => string;
}> = {
  en: {
    source: (count) => `Messages moved to a ticket of their own: ${count}.`,
    fresh: (id) => `The ticket was split off from ${id}.`,
  },
  pl: {
    source: (count) => `Wiadomości przeniesione do osobnego zgłoszenia: ${count}.`,
    fresh: (id) => `Zgłoszenie wydzielono ze zgłoszenia ${id}.`,
  },
  uk: {
    source: (count) => `Листи, перенесені в окреме звернення: ${count}.`,
    fresh: (id) => `Звернення виокремлено зі звернення ${id}.`,
  },
};
