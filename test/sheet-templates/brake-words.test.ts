import { LANGUAGES } from '../../core/language';
import { TABS } from '../../sheet-templates/tabs';
import { brakeWords } from '../../sheet-templates/words/brake';

const STORY = { answers: 100, since: 'Mon 23 Nov 2026, 10:00' };

describe.each(LANGUAGES)('the brake on automatic answers in %s', (language) => {
  const { problem, letter, tooLate } = brakeWords(language);

  it('says on the Problems tab what happened, since when, and that deleting the line releases it', () => {
    const { what, todo } = problem(STORY);
    expect(what).toContain('100');
    expect(what).toContain(STORY.since);
    expect(todo).toMatch(/delete this line|usuń ten wiersz|видаліть цей рядок/);
    expect(`${what}${todo}${tooLate}`).not.toMatch(/undefined|\[object/);
  });

  it('tells the same by mail, with the name of the tab as it stands there', () => {
    const { subject, text } = letter({ ...STORY, firm: 'Firm', link: 'https://sheet.example.test/#gid=1' });
    expect(subject.length).toBeGreaterThan(10);
    expect(text).toContain('100');
    expect(text).toContain(STORY.since);
    expect(text).toContain(TABS.problems.title[language]);
    expect(text).toContain('https://sheet.example.test/#gid=1');
    expect(text.endsWith('\n\nFirm')).toBe(true);
  });

  it('leaves the link out where nobody knows it', () => {
    const { text } = letter({ ...STORY, firm: 'Firm', link: '' });
    expect(text).not.toMatch(/https?:|:\n\n|undefined/);
    expect(text).not.toMatch(/\n{3,}/);
  });
});
