/** What the tick finds wrong with the Templates tab and tells on Problems. */
import { LANGUAGES } from '../../core/language';
import { templateRows } from '../../sheet-templates/content/templates';
import { type Desk, openDesk } from './support/desk';

const about = (desk: Desk, tab: string) =>
  desk
    .rows('problems')
    .filter((row) => row.tab === tab)
    .map(({ row, what }) => `${row}: ${what}`);

describe('the templates on Problems', () => {
  test.each(LANGUAGES)('nothing, as the workbook is set up, in %s', (language) => {
    const desk = openDesk({ language });
    desk.host.run('tick');
    expect([...about(desk, 'templates'), ...about(desk, 'reminders'), ...about(desk, 'checkpoints')]).toEqual(
      [],
    );
  });

  test('a placeholder that nothing stands for, a text that cannot be read, a translation and a template that are missing', () => {
    const desk = openDesk();
    desk.emptyTable('templates');
    desk.append('templates', [
      ...templateRows('en').filter(({ key, language }) => key !== 'reminder_1d' || language !== 'uk'),
      { key: 'parking', language: 'pl', body: '{{ sesion.place }}' },
      { key: 'lunch', language: 'en', body: '{% if session.link %}' },
    ]);
    desk.append('checkpoints', [
      { id: 'food', moment: '-1 d', condition: 'logged in', template: 'lunhc', enabled: true },
    ]);
    desk.host.run('tick');
    expect(about(desk, 'templates')).toEqual([
      expect.stringMatching(
        /^parking: Template “parking \(Polish\)”: nothing is called \{\{sesion\.place\}\}/,
      ),
      expect.stringMatching(/^lunch: Template “lunch \(English\)” cannot be read/),
      expect.stringMatching(/^reminder_1d: The template “reminder_1d” is missing in: Ukrainian\./),
    ]);
    expect(about(desk, 'checkpoints')).toEqual([
      expect.stringMatching(/^food: Checkpoints, “food” names the template “lunhc”/),
    ]);
  });

  test('once, however often the tick comes by', () => {
    const desk = openDesk();
    desk.append('templates', [{ key: 'parking', language: 'pl', body: '{{ sesion.place }}' }]);
    desk.host.run('tick');
    const first = about(desk, 'templates');
    expect(first).toHaveLength(1);
    desk.host.run('tick');
    expect(about(desk, 'templates')).toEqual(first);
  });
});
