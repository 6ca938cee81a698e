import type { Execution } from '../execution';
import { NotEmulated, ServiceException } from '../failure';
import type { ScriptState } from '../project';
import { enumeration, remote, serviceObject } from '../service-object';
import { firstFiring, type StoredTrigger } from '../triggers';
import { isRecord, refuseArguments, text } from './arguments';
import { clockTriggerBuilder, WEEKDAYS } from './clock-trigger-builder';

const TRIGGER_SCOPE = 'script.scriptapp';

export interface ScriptAppSetup {
  readonly state: ScriptState;
  readonly changed: () => void;
  readonly spreadsheetId: string;
  readonly timeZone: string;
  readonly webAppUrl: string | null;
}

const triggerIds = new WeakMap<object, string>();

/** ScriptApp: the project's triggers (developers.google.com/apps-script/reference/script/script-app). */
export function scriptApp(run: Execution, setup: ScriptAppSetup): object {
  const { state, changed } = setup;
  const me = run.setup.effectiveUser;
  const weekDay = enumeration(run, 'Weekday', WEEKDAYS);
  const eventType = enumeration(run, 'EventType', ['CLOCK', 'ON_OPEN', 'ON_EDIT', 'ON_CHANGE']);
  const triggerSource = enumeration(run, 'TriggerSource', ['SPREADSHEETS', 'CLOCK']);
  const authorized = (method: string): void =>
    run.requireAuthorization(`ScriptApp.${method}`, [TRIGGER_SCOPE]);

  const triggerObject = (trigger: StoredTrigger): object => {
    const self: object = serviceObject(run, 'Trigger', {
      getUniqueId: () => trigger.uniqueId,
      getHandlerFunction: () => trigger.handlerFunction,
      getEventType: () => eventType[trigger.kind === 'clock' ? 'CLOCK' : trigger.event],
      getTriggerSource: () => triggerSource[trigger.kind === 'clock' ? 'CLOCK' : 'SPREADSHEETS'],
      getTriggerSourceId: () => (trigger.kind === 'clock' ? null : setup.spreadsheetId),
    });
    triggerIds.set(self, trigger.uniqueId);
    return self;
  };

  const mine = (): StoredTrigger[] => state.triggers.filter(({ owner }) => owner.email === me.email);

  const add = (handlerFunction: string, what: NewTrigger): object => {
    authorized('newTrigger');
    if (mine().length >= run.setup.limits.triggersPerUser) {
      throw new ServiceException(
        'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
      );
    }
    state.triggersCreated += 1;
    const identity = { uniqueId: String(state.triggersCreated), handlerFunction, owner: me };
    const trigger: StoredTrigger =
      what.kind === 'clock'
        ? // The host's clock, as the virtual time of an execution ends with it.
          { ...identity, ...what, nextAt: firstFiring(what.schedule, run.setup.clock.now()) }
        : { ...identity, ...what };
    state.triggers.push(trigger);
    changed();
    return triggerObject(trigger);
  };

  return serviceObject(run, 'ScriptApp', {
    WeekDay: weekDay,
    EventType: eventType,
    TriggerSource: triggerSource,
    AuthMode: enumeration(run, 'AuthMode', ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']),
    newTrigger: (functionName: unknown) => {
      authorized('newTrigger');
      const handler = text(functionName, 'ScriptApp.newTrigger');
      return serviceObject(run, 'TriggerBuilder', {
        timeBased: () =>
          clockTriggerBuilder(run, setup.timeZone, weekDay, (schedule) =>
            add(handler, { kind: 'clock', schedule }),
          ),
        forSpreadsheet: (target: unknown) => {
          const id = targetId(target);
          if (id !== setup.spreadsheetId)
            throw new NotEmulated(`TriggerBuilder.forSpreadsheet for ${String(id)}`);
          return spreadsheetTriggerBuilder(run, (event) => add(handler, { kind: 'spreadsheet', event }));
        },
      });
    },
    getProjectTriggers: remote(() => {
      authorized('getProjectTriggers');
      return mine().map(triggerObject);
    }),
    getUserTriggers: remote((target: unknown) => {
      authorized('getUserTriggers');
      if (targetId(target) !== setup.spreadsheetId) return [];
      return mine()
        .filter(({ kind }) => kind === 'spreadsheet')
        .map(triggerObject);
    }),
    deleteTrigger: remote((trigger: unknown) => {
      authorized('deleteTrigger');
      const id = isRecord(trigger) ? triggerIds.get(trigger) : undefined;
      if (id === undefined) return refuseArguments('ScriptApp.deleteTrigger', [trigger]);
      state.triggers = state.triggers.filter(({ uniqueId }) => uniqueId !== id);
      changed();
      return undefined;
    }),
    getService: () =>
      serviceObject(run, 'Service', {
        getUrl: () => setup.webAppUrl,
        isEnabled: () => setup.webAppUrl !== null,
      }),
  });
}

type NewTrigger =
  | { readonly kind: 'clock'; readonly schedule: Parameters<typeof firstFiring>[0] }
  | { readonly kind: 'spreadsheet'; readonly event: 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE' };

function spreadsheetTriggerBuilder(
  run: Execution,
  create: (event: 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE') => object,
): object {
  let event: 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE' | null = null;
  const choose = (chosen: 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE') => () => {
    event = chosen;
    return self;
  };
  const self: object = serviceObject(run, 'SpreadsheetTriggerBuilder', {
    onOpen: choose('ON_OPEN'),
    onEdit: choose('ON_EDIT'),
    onChange: choose('ON_CHANGE'),
    create: remote(() => {
      if (event === null)
        throw new ServiceException('The trigger has no event: call onOpen, onEdit or onChange.');
      return create(event);
    }),
  });
  return self;
}

/** A spreadsheet or its id. */
function targetId(target: unknown): unknown {
  if (!isRecord(target)) return target;
  const getId = target.getId;
  return typeof getId === 'function' ? (getId as () => unknown)() : null;
}
