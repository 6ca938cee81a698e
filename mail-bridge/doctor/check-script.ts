/** The tracker's manifest, as it would be pushed: it asks Google for what it needs and for nothing else. */
import { type Finding, ok, problem } from './finding';
import { SCRIPT_SCOPES } from './script-scopes';

export type ScriptFacts =
  /** It lies beside the source only. */
  | { readonly kind: 'not-here' }
  | { readonly kind: 'unreadable'; readonly path: string }
  | { readonly kind: 'read'; readonly scopes: readonly string[] };

const BUILD = 'Build it anew with "npm run build", and push it with "npm run clasp -- push".';

export function checkScript(facts: ScriptFacts): Finding[] {
  const check = 'script.scopes';
  if (facts.kind === 'not-here') return [];
  if (facts.kind === 'unreadable') {
    return [problem(check, `The manifest of the script, ${facts.path}, cannot be read.`, BUILD)];
  }
  const needed = Object.keys(SCRIPT_SCOPES);
  const more = facts.scopes.filter((scope) => !needed.includes(scope));
  const less = needed.filter((scope) => !facts.scopes.includes(scope));
  if (more.length > 0) {
    return [
      problem(
        check,
        `The script would ask for more rights than it needs: ${more.join(', ')}.`,
        `Do not push it. ${BUILD}`,
      ),
    ];
  }
  if (less.length > 0) {
    return [problem(check, `The script does not ask for rights that it needs: ${less.join(', ')}.`, BUILD)];
  }
  return [ok(check, `The script asks for the ${needed.length} rights that it needs.`)];
}
