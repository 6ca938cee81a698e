import type { Execution } from '../execution';
import { ServiceException } from '../failure';
import { remote, serviceObject } from '../service-object';
import { isRecord, refuseArguments, text } from './arguments';

/** developers.google.com/apps-script/reference/cache/cache */
const KEY_LENGTH = 250;
const VALUE_BYTES = 100 * 1024;
const ITEMS = 1000;
/** "If more than 1,000 items are written, the cache stores the 900 items farthest from expiration." */
const ITEMS_KEPT = 900;
const DEFAULT_SECONDS = 600;
const MAX_SECONDS = 21_600;

interface Cached {
  readonly value: string;
  readonly expiresAt: number;
}

/** All caches of a project, by their name. They live as long as the host: nothing in a cache is promised. */
export type CacheStores = Map<string, Map<string, Cached>>;

export function cacheService(run: Execution, stores: CacheStores): object {
  const cache = (name: string): object => {
    const store = stores.get(name) ?? new Map<string, Cached>();
    stores.set(name, store);
    return cacheObject(run, store);
  };
  return serviceObject(run, 'CacheService', {
    getScriptCache: () => cache('script'),
    // null outside the context of an open document.
    getDocumentCache: () => (run.setup.kind === 'add-on' ? null : cache('document')),
    getUserCache: () => cache(`user ${run.setup.effectiveUser.email}`),
  });
}

function cacheObject(run: Execution, store: Map<string, Cached>): object {
  const keyOf = (key: unknown, method: string): string => {
    const name = text(key, `CacheService.Cache.${method}`);
    if (name.length > KEY_LENGTH) throw new ServiceException('Argument too large: key');
    return name;
  };
  const read = (key: string): string | null => {
    const found = store.get(key);
    if (found === undefined) return null;
    if (found.expiresAt > run.now()) return found.value;
    store.delete(key);
    return null;
  };
  const write = (entries: readonly (readonly [string, string])[], seconds: unknown): void => {
    const lifetime = seconds === undefined ? DEFAULT_SECONDS : Number(seconds);
    if (!(lifetime >= 1 && lifetime <= MAX_SECONDS)) {
      throw new ServiceException(`Argument must be between 1 and ${MAX_SECONDS}: expirationInSeconds`);
    }
    for (const [, value] of entries) {
      if (Buffer.byteLength(value) > VALUE_BYTES) throw new ServiceException('Argument too large: value');
    }
    for (const [key, value] of entries) store.set(key, { value, expiresAt: run.now() + lifetime * 1000 });
    if (store.size > ITEMS) evict(store);
  };

  return serviceObject(run, 'Cache', {
    get: remote((key: unknown) => read(keyOf(key, 'get'))),
    getAll: remote((keys: unknown) => {
      if (!Array.isArray(keys)) return refuseArguments('CacheService.Cache.getAll', [keys]);
      const found: Record<string, string> = {};
      for (const key of keys) {
        const name = keyOf(key, 'getAll');
        const value = read(name);
        if (value !== null) found[name] = value;
      }
      return found;
    }),
    put: remote((key: unknown, value: unknown, seconds?: unknown) => {
      write([[keyOf(key, 'put'), text(value, 'CacheService.Cache.put')]], seconds);
    }),
    putAll: remote((values: unknown, seconds?: unknown) => {
      if (!isRecord(values)) refuseArguments('CacheService.Cache.putAll', [values]);
      const entries = Object.entries(values).map(
        ([key, value]) => [keyOf(key, 'putAll'), text(value, 'CacheService.Cache.putAll')] as const,
      );
      write(entries, seconds);
    }),
    remove: remote((key: unknown) => {
      store.delete(keyOf(key, 'remove'));
    }),
    removeAll: remote((keys: unknown) => {
      if (!Array.isArray(keys)) refuseArguments('CacheService.Cache.removeAll', [keys]);
      for (const key of keys) store.delete(keyOf(key, 'removeAll'));
    }),
  });
}

function evict(store: Map<string, Cached>): void {
  const byExpiry = [...store].sort(([, a], [, b]) => b.expiresAt - a.expiresAt);
  for (const [key] of byExpiry.slice(ITEMS_KEPT)) store.delete(key);
}
