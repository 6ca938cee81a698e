/** A role that nobody understands: the least rights, and a row on Problems. */
import { readTeamTab } from '../../../core/assignment/colleagues';
import { misreadRoles } from '../../../core/assignment/team-problems';
import { LANGUAGES } from '../../../core/language';
import { zone } from '../../../core/time/instant';
import { readTable } from '../../../core/workbook/table';
import { choiceWord } from '../../../sheet-templates/labels';
import { NOW, TODAY } from './team-rows';

const wordOf = (choice: Parameters<typeof choiceWord>[0], typed: string) =>
  choiceWord(choice, typed)?.word ?? null;

/** The tab as it stands in the sheet. */
const tab = (role: string) =>
  readTable(
    'team',
    [
      ['name', 'email', 'role', 'active'],
      ['Name', 'Address', 'Role', 'Active'],
      ['Lena Wrona', 'lena@firm.example', role, true],
    ],
    { zone: zone('UTC'), offset: () => 0, wordOf, labelOf: (_, word) => word },
  );

test.each([
  ['Support', 'support', 0],
  ['Kierownictwo', 'manager', 0],
  ['', 'support', 0],
  ['Trainer', 'trainer', 0],
  ['Grand vizier', 'trainer', 1],
])('the role “%s” counts as %s, with %i problems', (written, role, count) => {
  expect(readTeamTab(tab(written), TODAY, wordOf).colleagues).toMatchObject([{ name: 'Lena Wrona', role }]);
  expect(misreadRoles(tab(written), NOW, 'en')).toHaveLength(count);
});

test.each(LANGUAGES)('Problems says in %s whose role it is, what stands there and what to do', (language) => {
  const [problem] = misreadRoles(tab('Grand vizier'), NOW, language);
  expect(problem).toMatchObject({ key: 'team:role:Lena Wrona:Grand vizier', tab: 'team', row: 'Lena Wrona' });
  expect(problem?.what).toMatch(/Lena Wrona.*Grand vizier/);
  expect(problem?.todo).not.toBe('');
});
