import { addressees } from '../../demo/correspondence';

const OLENA = {
  accounts: {
    own: 'olena@akademia-jasna.test',
    phone: 'olena@poczta.test',
    shared: 'pomoc@akademia-jasna.test',
  },
};
const SIGNED = 'pomoc+a.t-7k3q9.abcd@akademia-jasna.test';

const fromSupport = {
  direction: 'in',
  from: 'Jan via Akademia Jasna <pomoc@akademia-jasna.test>',
  replyTo: SIGNED,
  to: OLENA.accounts.own,
  cc: [],
} as const;
const fromJan = {
  direction: 'in',
  from: 'Jan <jan@poczta.test>',
  replyTo: '',
  to: OLENA.accounts.own,
  cc: ['ewa@poczta.test', 'pomoc@akademia-jasna.test'],
} as const;

describe('an answer goes', () => {
  it('where the letter asks for it, and to support once only', () => {
    expect(addressees(fromSupport, OLENA, { how: 'reply', copiesSupport: true })).toEqual({
      to: SIGNED,
      cc: [],
    });
  });

  it('to the sender, with a copy for support when that is wanted', () => {
    expect(addressees(fromJan, OLENA, { how: 'reply', copiesSupport: false })).toEqual({
      to: 'jan@poczta.test',
      cc: [],
    });
    expect(addressees(fromJan, OLENA, { how: 'reply', copiesSupport: true })).toEqual({
      to: 'jan@poczta.test',
      cc: ['pomoc@akademia-jasna.test'],
    });
  });

  it('to all but oneself', () => {
    expect(addressees(fromJan, OLENA, { how: 'reply-all', copiesSupport: false })).toEqual({
      to: 'jan@poczta.test',
      cc: ['ewa@poczta.test', 'pomoc@akademia-jasna.test'],
    });
  });

  it('to the same people when it goes on from one’s own letter', () => {
    const own = {
      ...fromJan,
      direction: 'out',
      from: 'Olena <olena@akademia-jasna.test>',
      to: 'jan@poczta.test',
    } as const;
    expect(addressees(own, OLENA, { how: 'reply', copiesSupport: false })).toEqual({
      to: 'jan@poczta.test',
      cc: [],
    });
  });
});
