/** Reads the manifest of the built tracker. */
import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { ScriptFacts } from './check-script';

const MANIFEST = v.object({ oauthScopes: v.array(v.string()) });

export function gatherScript(path: string): ScriptFacts {
  if (!existsSync(path)) return { kind: 'not-here' };
  try {
    const { oauthScopes } = v.parse(MANIFEST, JSON.parse(readFileSync(path, 'utf8')));
    return { kind: 'read', scopes: oauthScopes };
  } catch {
    return { kind: 'unreadable', path };
  }
}
