/** Who is told that something is wrong with the bridge. */
import { healthReaders } from '../../../core/health/readers';
import type { Row } from '../../../core/workbook/rows';

function person(change: Partial<Row<'team'>>): Row<'team'> {
  return {
    email: 'ola@firm.test',
    name: 'Ola',
    role: 'manager',
    other_emails: [],
    languages: [],
    skills: [],
    absent_from: null,
    absent_until: null,
    substitute: '',
    max_open: null,
    open_tickets: null,
    active: true,
    ...change,
  };
}

const readers = (...team: readonly Row<'team'>[]) =>
  healthReaders(team, 'pl', ['support@firm.test', 'Help@firm.test']).map(
    ({ email, language }) => `${email} ${language}`,
  );

describe('who is told', () => {
  it.each<[string, Partial<Row<'team'>>, string[]]>([
    ['a manager, in the firm’s language', {}, ['ola@firm.test pl']],
    ['an admin', { role: 'admin' }, ['ola@firm.test pl']],
    ['each in their own language', { languages: ['uk', 'en'] }, ['ola@firm.test uk']],
    ['no trainer', { role: 'trainer' }, []],
    ['nobody from support', { role: 'support' }, []],
    ['nobody who has left', { active: false }, []],
    ['nobody without an address', { email: '' }, []],
    ['nobody whose address cannot be written to', { email: 'ola at firm' }, []],
    ['never the support mailbox itself', { email: 'Support@firm.test' }, []],
    ['nor an alias of it', { email: 'help@firm.test' }, []],
  ])('is %s', (_name, change, told) => {
    expect(readers(person(change))).toEqual(told);
  });

  it('is each address once', () => {
    expect(readers(person({}), person({ email: 'OLA@firm.test', role: 'admin' }))).toEqual([
      'ola@firm.test pl',
    ]);
  });
});
