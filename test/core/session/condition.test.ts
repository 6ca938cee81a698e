import { parseCondition } from '../../../core/session/condition';

const NOT_LOGGED_IN = { kind: 'activity', what: 'logged_in', done: false };
const LOGGED_IN = { kind: 'activity', what: 'logged_in', done: true };

describe('a condition as people write it', () => {
  test.each([
    ['', { kind: 'always' }],
    ['   ', { kind: 'always' }],
    ['logged in = no', NOT_LOGGED_IN],
    ['Logged in: no', NOT_LOGGED_IN],
    ['logged_in=false', NOT_LOGGED_IN],
    ['not logged in', NOT_LOGGED_IN],
    ['has not logged in yet', NOT_LOGGED_IN],
    ["hasn't logged in", NOT_LOGGED_IN],
    ['did not log in', NOT_LOGGED_IN],
    ['logowanie = nie', NOT_LOGGED_IN],
    ['nie zalogował się', NOT_LOGGED_IN],
    ['Brak logowania', NOT_LOGGED_IN],
    ['jeszcze nie zalogowany', NOT_LOGGED_IN],
    ['вхід = ні', NOT_LOGGED_IN],
    ['не увійшов', NOT_LOGGED_IN],
    ['без входу', NOT_LOGGED_IN],
    ['logged in = yes', LOGGED_IN],
    ['logged in', LOGGED_IN],
    ['zalogowany: tak', LOGGED_IN],
    ['вхід = так', LOGGED_IN],
    ['opened materials = no', { kind: 'activity', what: 'opened_materials', done: false }],
    ['otwarcie materiałów = nie', { kind: 'activity', what: 'opened_materials', done: false }],
    ['відкрив матеріали = ні', { kind: 'activity', what: 'opened_materials', done: false }],
    ['joined = no', { kind: 'activity', what: 'joined', done: false }],
    ['Obejrzał film powitalny = nie', { kind: 'activity', what: 'Obejrzał film powitalny', done: false }],
    ['online', { kind: 'online' }],
    ['Zdalnie', { kind: 'online' }],
    ['онлайн', { kind: 'online' }],
    ['on site', { kind: 'on-site' }],
    ['on-site', { kind: 'on-site' }],
    ['na miejscu', { kind: 'on-site' }],
    ['очно', { kind: 'on-site' }],
  ])('%j is understood', (text, condition) => {
    expect(parseCondition(text)).toEqual(condition);
  });

  test.each([
    ['a misspelt word', 'onlien'],
    ['an unknown deed that stands alone', 'watched the film'],
    ['an answer that is neither yes nor no', 'logged in = maybe'],
    ['an answer to nothing', '= no'],
    ['two denials', 'not logged in = no'],
    ['a format that is denied', 'online = no'],
    ['two answers', 'logged in = no = yes'],
    ['only marks', '?!'],
  ])('%s is not guessed', (_, text) => {
    expect(parseCondition(text)).toBeNull();
  });

  test.each([
    ['logged in', NOT_LOGGED_IN],
    ['zalogowanie', NOT_LOGGED_IN],
    ['вхід', NOT_LOGGED_IN],
    ['not logged in', NOT_LOGGED_IN],
    ['Obejrzał film', { kind: 'activity', what: 'Obejrzał film', done: false }],
    ['logged in = no', NOT_LOGGED_IN],
    ['logged in = yes', LOGGED_IN],
  ])('under “has not yet”, %j names what is missing', (text, condition) => {
    expect(parseCondition(text, 'not-done')).toEqual(condition);
  });
});
