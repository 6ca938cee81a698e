/** google.script.run as a promise with types: one function of the script, one allow-list behind it. */
import type { SidebarAction, SidebarAnswer, SidebarCalls } from '../sidebar/contract';

interface Runner {
  withSuccessHandler(handler: (answer: unknown) => void): Runner;
  withFailureHandler(handler: (error: Error) => void): Runner;
  sidebarCall(request: object): void;
}

declare const google: { readonly script: { readonly run: Runner } };

/** Rejects when Google did not answer or the script failed: nobody knows then whether it was done. */
export function call<A extends SidebarAction>(
  action: A,
  takes: SidebarCalls[A]['takes'],
): Promise<SidebarAnswer<A>> {
  return new Promise((resolve, reject) => {
    google.script.run
      // The script answers with the type that contract.ts gives to this action.
      .withSuccessHandler((answer) => resolve(answer as SidebarAnswer<A>))
      .withFailureHandler(reject)
      .sidebarCall({ action, ...takes });
  });
}
