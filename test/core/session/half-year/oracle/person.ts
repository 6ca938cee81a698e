/** Follows one person through the half-year and compares, round by round, what was due with what was handed over. */
import type { Firm } from '../firm/firm';
import { roundBefore, roundFrom } from '../firm/history';
import type { HandedOver, Letter, Remembered } from '../mail-log';
import { isNight, shown } from './clock';
import type { Memory } from './memory';
import { emptyMemory, partName, partsOf, remember } from './memory';
import { belongTogether, goingAlong, type Part, partOf } from './merge';
import type { momentsOf } from './moments';
import { describe, dropPending, neverAgain } from './pending';
import { checkReason, keyOf, type Owed, owedNow, stillOwed } from './reasons';
import { roundsToLookAt } from './rounds';
import type { Situation } from './situation';
import { fitsNotice, isOptional, saysTheSame, situationOf, whyNot } from './situation';
import type { Seat, Truth } from './truth';
import { returnedAt } from './truth';

export interface Case {
  readonly firm: Firm;
  readonly truth: Truth;
  readonly moments: typeof momentsOf;
  /** By key. */
  readonly remembered: ReadonlyMap<string, readonly Remembered[]>;
  readonly complain: (sentence: string) => void;
}

export function checkPerson(
  email: string,
  seats: readonly Seat[],
  handed: readonly HandedOver[],
  { firm, truth, moments, remembered, complain }: Case,
): void {
  const memory = emptyMemory();
  const owed = new Map<string, Owed>();
  const killed = new Set(firm.rounds.outages.map((outage) => roundBefore(outage, firm.rounds)));
  for (const at of roundsToLookAt(email, seats, handed, firm, truth, moments)) {
    const returned = handed.flatMap((item) => (item.at < at ? (returnedAt(item) ?? []) : []));
    const seen = returned.map((instant) => roundFrom(instant, firm.rounds)).filter((round) => round <= at);
    memory.returnedAt = seen[0] ?? null;
    const situations = seats.flatMap(
      (seat) => situationOf(email, seat, seats, at, memory, truth, moments, firm.ladder) ?? [],
    );
    const say = (what: string): void => complain(`${email}: ${what} (${shown(at)})`);
    dropPending(memory, situations, firm.rounds, say);
    // What lost its reason is open again, so the situation is looked at anew.
    const now = seats.flatMap(
      (seat) => situationOf(email, seat, seats, at, memory, truth, moments, firm.ladder) ?? [],
    );
    const today = handed.filter((item) => item.at === at);
    checkRound(now, today, memory, killed.has(at as never), say);
    for (const item of today) remember(memory, item);
    for (const one of now) {
      for (const { step, atNight, until } of owedNow(one)) {
        const name = partName(one.session.id, step, one.start);
        const last = Math.max(until - 1, at);
        owed.set(name, { sessionId: one.session.id, start: one.start, step, atNight, until: last });
      }
    }
  }
  const got = new Set(handed.flatMap(({ letter }) => partsOf(letter)));
  const returned = handed.some((item) => returnedAt(item) !== null);
  for (const [name, one] of owed) {
    if (got.has(name) || !stillOwed(one, email, seats, truth)) continue;
    const gotNotice = handed.some(
      ({ letter }) => letter.kind === 'changed' && letter.about[0]?.sessionId === one.sessionId,
    );
    checkReason(email, one, remembered.get(keyOf(email, one)) ?? [], { gotNotice, returned }, complain);
  }
  for (const pending of memory.pending.values()) complain(`${email}: ${neverAgain(pending)}`);
}

function checkRound(
  situations: readonly Situation[],
  today: readonly HandedOver[],
  memory: Memory,
  killed: boolean,
  say: (what: string) => void,
): void {
  const due = situations.flatMap((now) =>
    now.moments.filter((moment) => whyNot(now, moment, memory) === null).map((moment) => partOf(now, moment)),
  );
  const along = goingAlong(due, situations, memory);
  const allowed = new Map([...due, ...along].map((part) => [part.name, part]));
  const fresh: { readonly letter: Letter; readonly parts: readonly Part[] }[] = [];
  const seen = new Set<string>();
  for (const { letter } of today) {
    const again = memory.pending.get(letter.key)?.letter.writtenAt === letter.writtenAt;
    checkOutdated(letter, situations, say);
    if (letter.kind !== 'reminder') {
      checkNotice(letter, situations, again, say);
      continue;
    }
    if (again) {
      checkAgain(letter, situations, say);
      continue;
    }
    const parts: Part[] = [];
    for (const name of partsOf(letter)) {
      const part = allowed.get(name);
      if (seen.has(name)) say(`got ${name} twice in one round`);
      else if (!part) say(`got ${name}, but ${whyUnexpected(letter, name, situations, memory)}`);
      else parts.push(part);
      seen.add(name);
    }
    fresh.push({ letter, parts });
  }
  for (const part of [...due, ...along]) {
    // A part that goes along with one that may or may not go is optional too.
    const optional =
      isOptional(part.now, part.moment, memory) ||
      (along.includes(part) && due.every((one) => isOptional(one.now, one.moment, memory)));
    if (!seen.has(part.name) && !killed && !optional) say(`should have got ${part.name} and did not`);
  }
  for (const now of situations) {
    const { notice } = now;
    if (!notice || notice.goesAt > now.at || notice.pendingSince !== null || killed) continue;
    const told = today.some(
      ({ letter }) => letter.kind === notice.kind && letter.about[0]?.sessionId === now.session.id,
    );
    if (!told) {
      say(
        `should have been told that ${now.session.id} is ${notice.kind} (was told ${shown(now.told?.invitation.startsAt ?? 0)}) and was not`,
      );
    }
  }
  checkMerging(fresh, say);
}

function checkMerging(
  letters: readonly { readonly letter: Letter; readonly parts: readonly Part[] }[],
  say: (what: string) => void,
): void {
  for (const { parts } of letters) {
    const [first, ...others] = parts;
    for (const other of others) {
      if (first && !belongTogether(first, other)) say(`got ${first.name} and ${other.name} in one mail`);
    }
  }
  for (const [index, one] of letters.entries()) {
    for (const other of letters.slice(index + 1)) {
      const [a, b] = [one.parts[0], other.parts[0]];
      if (a && b && belongTogether(a, b)) say(`got ${a.name} and ${b.name} in two mails`);
    }
  }
}

function checkNotice(
  letter: Letter,
  situations: readonly Situation[],
  again: boolean,
  say: (what: string) => void,
): void {
  const now = situations.find(({ session }) => session.id === letter.about[0]?.sessionId);
  const what = describe(letter);
  if (!now) say(`got ${what}, but is not in that session`);
  else if (!now.active) say(`got ${what}, but has left`);
  else if (!now.reachable) say(`got ${what}, but cannot be reached: a mail came back`);
  else if (!now.told) say(`got ${what}, but was never told anything else`);
  else if (now.notice?.kind !== letter.kind) say(`got ${what}, but there is nothing of that kind to say`);
  else if (now.notice.goesAt > now.at) say(`got ${what}, but is written to at night`);
  else if (!again && now.notice.pendingSince !== null) say(`got ${what} a second time`);
  else if (!fitsNotice(now, letter)) say(`got ${what}, which does not hold any more`);
}

function checkAgain(letter: Letter, situations: readonly Situation[], say: (what: string) => void): void {
  let asleep = true;
  for (const { sessionId } of letter.about) {
    const now = situations.find(({ session }) => session.id === sessionId);
    const moment = now?.moments.find(({ step }) => step === letter.step);
    if (!now || !moment)
      say(`got ${describe(letter)} at another attempt, but it is no step of theirs any more`);
    else if (now.at >= moment.until) say(`got ${describe(letter)} at another attempt, but gets it too late`);
    // Sessions in two zones may tell of two nights: the mail goes by one of them.
    if (!now || !moment || moment.atNight || !isNight(now.at, now.zone)) asleep = false;
  }
  if (asleep) say(`got ${describe(letter)} at another attempt, but is written to at night`);
}

/** Nobody is handed an arrangement that does not hold. */
function checkOutdated(letter: Letter, situations: readonly Situation[], say: (what: string) => void): void {
  for (const invitation of letter.invitations) {
    const now = situations.find(({ session }) => session.id === invitation.sessionId);
    if (now && letter.kind !== 'cancelled' && !saysTheSame(now, invitation)) {
      say(
        `got ${describe(letter)} with an arrangement of ${invitation.sessionId} that does not hold any more`,
      );
    }
  }
}

function whyUnexpected(
  letter: Letter,
  name: string,
  situations: readonly Situation[],
  memory: Memory,
): string {
  const index = partsOf(letter).indexOf(name);
  const about = letter.about[index];
  const now = situations.find(({ session }) => session.id === about?.sessionId);
  if (!now) return 'is not in that session';
  if (now.start !== about?.startsAt) return 'it does not begin then';
  const moment = now.moments.find(({ step }) => step === letter.step);
  if (!moment) return 'that step is not for them';
  return whyNot(now, moment, memory) ?? 'it was not due';
}
