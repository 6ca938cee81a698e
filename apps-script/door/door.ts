/**
 * A page's one door. google.script.run can call any global function of a script with any argument, so a page's
 * requests go through a list of actions, and what it does not name or cannot read is refused. Each handler finds out
 * by the Team tab whether the person may.
 */
import * as v from 'valibot';
import type { Language } from '../../core/language';
import type { Services } from '../ports';
import { NotSetUp } from '../workbook/read-tables';
import type { Calls, DoorAnswer } from './contract';
import { TurnedAway } from './turned-away';

export interface Told<T> {
  readonly value: T;
  /** Null where the handler does not know the firm's language. */
  readonly language: Language | null;
}

export interface Handler<Takes, Gives> {
  readonly takes: v.GenericSchema<unknown, Takes>;
  run(services: Services, takes: Takes): Told<Gives>;
}

/** One handler for each request of the list, and none besides. */
export type Handlers<C extends Calls<C>> = {
  readonly [A in keyof C]: Handler<C[A]['takes'], C[A]['gives']>;
};

const envelope = v.looseObject({ action: v.string() });

/** @typeParam R why the handlers say no, besides what the door itself says */
export function door<C extends Calls<C>, R extends string = never>(
  handlers: Handlers<C>,
): (services: Services, request: unknown) => DoorAnswer<unknown, R> {
  // The object's own keys: "constructor" is no action.
  const isListed = (action: string): action is keyof C & string => Object.keys(handlers).includes(action);

  function perform<A extends keyof C & string>(
    action: A,
    services: Services,
    request: unknown,
  ): Told<unknown> {
    const handler: Handlers<C>[A] = handlers[action];
    const takes = v.safeParse(handler.takes, request);
    if (!takes.success) throw new TurnedAway('unknown-request', action);
    return handler.run(services, takes.output);
  }

  return (services, request) => {
    try {
      const parsed = v.safeParse(envelope, request);
      const action = parsed.success ? parsed.output.action : '';
      if (!isListed(action)) throw new TurnedAway('unknown-request', '');
      return { ok: true, ...perform(action, services, request) };
    } catch (error) {
      const no = error instanceof NotSetUp ? new TurnedAway('not-set-up', '') : error;
      if (!(no instanceof TurnedAway)) throw no;
      // What a handler throws is of R: its own list of reasons.
      return { ok: false, language: no.language, refusal: no.refusal as R, detail: no.detail };
    }
  };
}
