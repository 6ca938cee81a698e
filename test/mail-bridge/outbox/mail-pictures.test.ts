/** Real mails, composed and parsed back, as their readers see them: on a phone and on a desk, by day and by night. */
import { simpleParser } from 'mailparser';
import type { Browser } from 'playwright-core';
import type { OutgoingMail } from '../../../core/outbox/outgoing-mail';
import { zone } from '../../../core/time/instant';
import { composeMail } from '../../../mail-bridge/outbox/compose';
import { openChromium, openPage, picture, scrollsSideways, violationsOn } from '../../bench/chromium';
import { winter } from '../../core/sla/sla-rows';
import { needs } from '../../support/needs';
import { THOROUGH } from '../../support/thorough';
import { letter, sender, session, told } from './letter-firm';

/** A mail is shown inside a program's page, which has the landmarks and the first heading. */
const RULES_OFF = ['region', 'landmark-one-main', 'page-has-heading-one'];

const answer: OutgoingMail = {
  ...letter(),
  key: 'reply:1',
  kind: 'reply',
  invitations: [],
  language: 'pl',
  subject: 'Re: Nie widzę nagrania [#T-7K3Q9]',
  text: `Dzień dobry,

nagranie jest już na platformie. Żeby je zobaczyć:
1. Otwórz stronę https://platforma.akademia-jasna.test/kursy/excel-od-podstaw/nagrania/2026-11-26-spotkanie-pierwsze?jakosc=wysoka
2. Zaloguj się adresem, na który przyszedł ten list.
Gdyby coś nie działało, proszę dzwonić:
+ 48 600 100 200 (Lena) *w godzinach pracy*
# pokój 12 <na parterze>

Lena Wrona
Akademia Jasna

-- 
Potrzebujesz pomocy?
Odpowiedz na tę wiadomość albo napisz na pomoc@akademia-jasna.test.`,
};

const MAILS: Readonly<Record<string, () => OutgoingMail>> = {
  'reminder-pl': () =>
    letter({
      template: 'reminder_1d',
      session: session({ materials: 'https://materialy.akademia-jasna.test/excel' }),
    }),
  'several-pl': () =>
    letter({
      template: 'reminder_several',
      also: [
        {
          key: 'reminder:2',
          session: session({
            id: 'PP-02',
            course: 'Prezentacje, które się pamięta',
            starts_at: winter('2026-11-26T13:30'),
            ends_at: winter('2026-11-26T15:00'),
            link: '',
            place: 'ul. Długa 7, sala 2',
          }),
        },
      ],
    }),
  'changed-uk': () =>
    letter({
      language: 'uk',
      zone: zone('Europe/Kyiv'),
      template: 'session_changed',
      session: session({
        course: 'Excel для початківців',
        starts_at: winter('2026-11-27T09:00'),
        ends_at: winter('2026-11-27T11:00'),
        place: 'вул. Хрещатик, 1, зала 3',
        trainer: 'Оксана Гай',
      }),
      purpose: { kind: 'changed', before: told() },
    }),
  'cancelled-en': () =>
    letter({
      language: 'en',
      template: 'session_cancelled',
      purpose: { kind: 'cancelled', before: told() },
    }),
  'answer-pl': () => answer,
};

needs('chromium')('a mail in a browser', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openChromium();
  });

  afterAll(() => browser?.close());

  /** axe looks at two of the four, which have each width and each colour; in a thorough run at all. */
  const WINDOWS = [
    { width: 360, colorScheme: 'light', isExamined: true },
    { width: 360, colorScheme: 'dark', isExamined: THOROUGH },
    { width: 700, colorScheme: 'light', isExamined: THOROUGH },
    { width: 700, colorScheme: 'dark', isExamined: true },
  ] as const;

  it.each(Object.entries(MAILS))(
    '%s fits windows of 360 and 700 pixels, light and dark, and is accessible',
    async (name, mail) => {
      const { html } = await simpleParser(await composeMail(mail(), sender));
      const page = await openPage(browser);
      const asked: string[] = [];
      page.on('request', ({ url }) => asked.push(String(url)));
      await page.setContent(html === false ? '' : html);
      for (const { width, colorScheme, isExamined } of WINDOWS) {
        await page.emulateMedia({ colorScheme });
        // WCAG 2.2, 1.4.10: 320 pixels are a page on a desk, magnified four times.
        for (const narrow of [320, width]) {
          await page.setViewportSize({ width: narrow, height: 700 });
          expect([narrow, colorScheme, await scrollsSideways(page)]).toEqual([narrow, colorScheme, false]);
        }
        const smallest = await page.evaluate(() =>
          Math.min(
            ...[...document.querySelectorAll('body *')].map((part) =>
              Number.parseFloat(getComputedStyle(part).fontSize),
            ),
          ),
        );
        expect([width, colorScheme, smallest]).toEqual([width, colorScheme, 16]);
        if (isExamined)
          expect([width, colorScheme, await violationsOn(page, { rulesOff: RULES_OFF })]).toEqual([
            width,
            colorScheme,
            [],
          ]);
        await picture(page, `mails/${name}-${width}-${colorScheme}`, { fullPage: true });
      }
      expect(asked).toEqual([]);
      await page.close();
    },
  );
});
