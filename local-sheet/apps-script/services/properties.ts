import type { Execution } from '../execution';
import { ServiceException } from '../failure';
import type { ScriptState } from '../project';
import { remote, serviceObject } from '../service-object';
import { isRecord, refuseArguments, text } from './arguments';

/** developers.google.com/apps-script/guides/services/quotas: 9 KB a value, 500 KB a store. */
const VALUE_BYTES = 9 * 1024;
const STORE_BYTES = 500 * 1024;

/** PropertiesService: one store for the script, one for the spreadsheet, one for each account. */
export function propertiesService(run: Execution, state: ScriptState, changed: () => void): object {
  const { properties } = state;
  const ofUser = (): Record<string, string> => {
    const { email } = run.setup.effectiveUser;
    properties.user[email] ??= {};
    return properties.user[email];
  };
  return serviceObject(run, 'PropertiesService', {
    getScriptProperties: () => propertyStore(run, properties.script, changed),
    // null outside the context of an open document.
    getDocumentProperties: () =>
      run.setup.kind === 'add-on' ? null : propertyStore(run, properties.document, changed),
    getUserProperties: () => propertyStore(run, ofUser(), changed),
  });
}

function propertyStore(run: Execution, store: Record<string, string>, changed: () => void): object {
  const write = (next: Record<string, string>): void => {
    let total = 0;
    for (const [key, value] of Object.entries(next)) {
      const size = Buffer.byteLength(value);
      if (size > VALUE_BYTES) throw new ServiceException('Argument too large: value');
      total += size + Buffer.byteLength(key);
    }
    if (total > STORE_BYTES) {
      throw new ServiceException(
        'You have exceeded the property storage quota. Please remove some properties and try again.',
      );
    }
    for (const key of Object.keys(store)) delete store[key];
    Object.assign(store, next);
    changed();
  };

  const self: object = serviceObject(run, 'Properties', {
    getProperty: remote((key: unknown) => {
      const name = text(key, 'PropertiesService.Properties.getProperty');
      return Object.hasOwn(store, name) ? store[name] : null;
    }),
    getProperties: remote(() => ({ ...store })),
    getKeys: remote(() => Object.keys(store)),
    setProperty: remote((key: unknown, value: unknown) => {
      const method = 'PropertiesService.Properties.setProperty';
      write({ ...store, [text(key, method)]: text(value, method) });
      return self;
    }),
    setProperties: remote((values: unknown, deleteAllOthers: unknown = false) => {
      const method = 'PropertiesService.Properties.setProperties';
      if (!isRecord(values)) refuseArguments(method, [values]);
      const added = Object.fromEntries(
        Object.entries(values).map(([key, value]) => [key, text(value, method)]),
      );
      write({ ...(deleteAllOthers === true ? {} : store), ...added });
      return self;
    }),
    deleteProperty: remote((key: unknown) => {
      const { [text(key, 'PropertiesService.Properties.deleteProperty')]: _gone, ...rest } = store;
      write(rest);
      return self;
    }),
    deleteAllProperties: remote(() => {
      write({});
      return self;
    }),
  });
  return self;
}
