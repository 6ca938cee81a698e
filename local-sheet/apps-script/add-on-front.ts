import type {
  AddOnClick,
  AddOnResult,
  CardJson,
  CardNavigation,
  FormInputs,
  GmailDraft,
  GmailMail,
} from '../add-on-contract';
import type { SheetUser } from '../contract';
import { addOnFunction } from './add-on-manifest';
import { addOnEvent } from './events';
import { ScriptError } from './failure';
import type { Manifest } from './project';
import type { Completed, RunRequest } from './runner';
import { kindOf, partOf } from './services/card-service/card-object';

type Run = (request: RunRequest) => Completed;

/** Gmail as the add-on of a script meets it: it calls with an event and shows what comes back. */
export class AddOnFront {
  #runs = 0;

  constructor(
    readonly manifest: Manifest,
    readonly run: Run,
  ) {}

  trigger(user: SheetUser, trigger: 'gmail' | 'home', mail: GmailMail | null): AddOnResult {
    const functionName = addOnFunction(this.manifest, trigger);
    const done = this.#run(user, functionName, mail, { isInteraction: false, parameters: {}, inputs: {} });
    return { ...NOTHING, cards: cardsIn(done.raw, functionName), ...spent(done) };
  }

  click(user: SheetUser, click: AddOnClick, mail: GmailMail | null, inputs: FormInputs): AddOnResult {
    const composes = 'composeAction' in click;
    const action = composes ? click.composeAction.action : click.action;
    const functionName = String(action.function);
    const parameters = Object.fromEntries(
      ((action.parameters ?? []) as readonly { key: string; value: string }[]).map(({ key, value }) => [
        key,
        value,
      ]),
    );
    const done = this.#run(user, functionName, mail, { isInteraction: true, parameters, inputs });
    const kind = kindOf(done.raw);
    if (composes && kind === 'ComposeActionResponse') {
      const draft = draftIn(done, functionName);
      if ((draft.inReplyTo !== null) !== (click.composeAction.composedEmailType === 'REPLY_AS_DRAFT')) {
        throw refused(`The draft is no ${click.composeAction.composedEmailType}.`, functionName);
      }
      return { ...NOTHING, draft, ...spent(done) };
    }
    // The reference wants a draft of a compose action. That an ActionResponse is shown instead is not verified.
    if (kind !== 'ActionResponse') throw wrongType(functionName);
    return { ...NOTHING, ...shown(done.raw), ...spent(done) };
  }

  #run(
    user: SheetUser,
    functionName: string,
    mail: GmailMail | null,
    asked: {
      readonly isInteraction: boolean;
      readonly parameters: Readonly<Record<string, string>>;
      readonly inputs: FormInputs;
    },
  ): Completed {
    this.#runs += 1;
    const { isInteraction, parameters, inputs } = asked;
    const open = { mail, accessToken: `token-${this.#runs}`, isInteraction };
    return this.run({
      kind: 'add-on',
      functionName,
      // An add-on runs as the person who uses it, with what they have consented to.
      activeUser: user,
      effectiveUser: user,
      selection: null,
      gmail: open,
      event: addOnEvent(open, parameters, inputs),
    });
  }
}

const NOTHING = {
  cards: [],
  navigations: [],
  notification: null,
  openLink: null,
  stateChanged: false,
  draft: null,
} satisfies Partial<AddOnResult>;

function spent({ result, elapsedMs }: Completed): Pick<AddOnResult, 'log' | 'serviceCalls' | 'elapsedMs'> {
  return { log: result.log, serviceCalls: result.serviceCalls, elapsedMs };
}

/** A trigger gives one card or an array of them. */
function cardsIn(raw: unknown, functionName: string): readonly CardJson[] {
  const cards: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
  if (cards.length === 0 || cards.some((card) => kindOf(card) !== 'Card')) throw wrongType(functionName);
  return cards.map((card) => partOf(card, ['Card'], functionName)());
}

interface Shown {
  readonly renderActions: {
    readonly action: {
      readonly navigations?: readonly CardNavigation[];
      readonly notification?: { readonly text: string };
      readonly link?: CardJson;
    };
  };
  readonly stateChanged?: boolean;
}

function shown(
  raw: unknown,
): Pick<AddOnResult, 'navigations' | 'notification' | 'openLink' | 'stateChanged'> {
  // Made by actionResponseBuilder, in this shape.
  const json = partOf(raw, ['ActionResponse'], '')() as unknown as Shown;
  const { navigations = [], notification, link } = json.renderActions.action;
  return {
    navigations,
    notification: notification?.text ?? null,
    openLink: link ?? null,
    stateChanged: json.stateChanged ?? false,
  };
}

function draftIn({ raw, drafts }: Completed, functionName: string): GmailDraft {
  const json = partOf(raw, ['ComposeActionResponse'], functionName)();
  const draft = drafts.find(({ id }) => JSON.stringify(json).includes(JSON.stringify(id)));
  if (draft === undefined) throw wrongType(functionName);
  return draft;
}

function wrongType(functionName: string): ScriptError {
  return refused(
    'The value returned from Apps Script has a type that cannot be used by the add-ons platform. Also make sure to call build on any builder before returning it.',
    functionName,
  );
}

function refused(message: string, functionName: string): ScriptError {
  return new ScriptError(message, functionName, '', []);
}
