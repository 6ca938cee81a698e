/** The script host, with word of what ran: changes that the script makes are told from those of the bridge. */
import type { ScriptHost } from '../../local-sheet/contract';

export interface WatchedHost extends ScriptHost {
  /** Whether the script is running at this moment. */
  isRunning(): boolean;
}

/** @param byPerson called after something that a person asked the script to do, with what the page had sent */
export function watchedHost(
  host: ScriptHost,
  byPerson: (args: readonly unknown[], returned: unknown) => void,
): WatchedHost {
  let depth = 0;
  const during = <T>(run: () => T): T => {
    depth += 1;
    try {
      return run();
    } finally {
      depth -= 1;
    }
  };
  return {
    isRunning: () => depth > 0,
    open: (user) => during(() => host.open(user)),
    runMenuItem(user, name, selection) {
      const result = during(() => host.runMenuItem(user, name, selection));
      byPerson([], result.returned);
      return result;
    },
    runFromPage(user, name, args, selection) {
      const result = during(() => host.runFromPage(user, name, args, selection));
      byPerson(args, result.returned);
      return result;
    },
    edited(user, cell, change) {
      const result = during(() => host.edited(user, cell, change));
      byPerson([], null);
      return result;
    },
    runDueTriggers: () => during(() => host.runDueTriggers()),
    run: (name, ...args) => during(() => host.run(name, ...args)),
    get: (parameters) => during(() => host.get(parameters)),
    runAddOnTrigger: (user, trigger, mail) => during(() => host.runAddOnTrigger(user, trigger, mail)),
    runAddOnAction(user, click, mail, inputs) {
      const result = during(() => host.runAddOnAction(user, click, mail, inputs));
      byPerson([], null);
      return result;
    },
  };
}
