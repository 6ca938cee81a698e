import { ScriptError } from './failure';
import type { Manifest } from './project';

const EXECUTE_SCOPE = 'https://www.googleapis.com/auth/gmail.addons.execute';

/**
 * The function that Gmail calls, out of appsscript.json
 * (developers.google.com/apps-script/manifest/addons, …/manifest/gmail-addons).
 *
 * @throws ScriptError for a manifest with which Gmail would not show the add-on
 */
export function addOnFunction(manifest: Manifest, trigger: 'gmail' | 'home'): string {
  const { common, gmail } = manifest.addOns ?? {};
  if (common === undefined || gmail === undefined) throw unusable('addOns.common or addOns.gmail is missing');
  if (!common.name) throw unusable('addOns.common.name is required');
  if (!common.logoUrl?.startsWith('https://'))
    throw unusable('addOns.common.logoUrl is required, as an HTTPS URL');
  if (!manifest.oauthScopes?.includes(EXECUTE_SCOPE)) throw unusable(`oauthScopes lacks ${EXECUTE_SCOPE}`);
  if (trigger === 'home') {
    const { runFunction, enabled = true } = gmail.homepageTrigger ?? common.homepageTrigger ?? {};
    if (!runFunction || !enabled) throw unusable('no homepageTrigger is enabled');
    return runFunction;
  }
  // There is no other kind of contextual trigger in Gmail, and an add-on has one.
  const [only, ...more] = gmail.contextualTriggers ?? [];
  if (only?.unconditional === undefined || more.length > 0) {
    throw unusable('addOns.gmail.contextualTriggers holds exactly one trigger, an unconditional one');
  }
  if (!only.onTriggerFunction) throw unusable('a contextual trigger needs its onTriggerFunction');
  return only.onTriggerFunction;
}

function unusable(what: string): ScriptError {
  return new ScriptError(`The manifest makes no Gmail add-on: ${what}.`, '', '', []);
}
