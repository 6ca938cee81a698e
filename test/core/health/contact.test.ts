/** How a try to reach somebody changes what is known of them. */
import * as fc from 'fast-check';
import { type Attempt, afterAttempt, type Contact, isTurn, NO_CONTACT } from '../../../core/health/contact';
import { at } from './table-facts';

const SILENT: Attempt = { kind: 'silent', reason: 'nobody answers' };
const REFUSED: Attempt = { kind: 'refused', reason: 'wrong password' };

function contactAfter(...attempts: readonly Attempt[]): Contact {
  return attempts.reduce<Contact>(
    (contact, attempt, minute) => afterAttempt(contact, attempt, at(minute)),
    NO_CONTACT,
  );
}

describe('a contact', () => {
  it('remembers since when it fails, how often, and what was said last', () => {
    expect(contactAfter({ kind: 'success' }, SILENT, SILENT, REFUSED)).toEqual({
      lastSuccess: at(0),
      trouble: {
        since: at(1),
        at: at(3),
        kind: 'refused',
        reason: 'wrong password',
        times: 3,
        refusals: 1,
        refusedSince: at(3),
      },
    });
  });

  it('counts refusals across a network that fails in between', () => {
    expect(contactAfter(REFUSED, SILENT, REFUSED).trouble).toMatchObject({
      refusals: 2,
      refusedSince: at(0),
    });
  });

  it('is fine after any answer, and only a success counts as one', () => {
    expect(contactAfter({ kind: 'success' }, SILENT, { kind: 'answer' })).toEqual({
      lastSuccess: at(0),
      trouble: null,
    });
  });

  it('turns when it begins to fail, fails otherwise or works again, and not while it stays as it is', () => {
    const story = [
      { kind: 'success' },
      { kind: 'success' },
      SILENT,
      SILENT,
      REFUSED,
      { kind: 'answer' },
    ] as const;
    const turned = story.map((_, end) =>
      isTurn(contactAfter(...story.slice(0, end)), contactAfter(...story.slice(0, end + 1))),
    );
    expect(turned).toEqual([true, false, true, false, true, true]);
  });

  it('has trouble exactly when the last try failed', () => {
    const attempts = fc.array(
      fc.constantFrom<Attempt>({ kind: 'success' }, { kind: 'answer' }, SILENT, REFUSED),
      {
        minLength: 1,
      },
    );
    fc.assert(
      fc.property(attempts, (tried) => {
        const { trouble, lastSuccess } = contactAfter(...tried);
        const lastGood = tried.findLastIndex(({ kind }) => kind === 'success' || kind === 'answer');
        expect(trouble?.times ?? 0).toBe(tried.length - 1 - lastGood);
        const success = tried.findLastIndex(({ kind }) => kind === 'success');
        expect(lastSuccess).toBe(success < 0 ? null : at(success));
      }),
    );
  });
});
