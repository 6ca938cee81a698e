/** google.script.run as a promise: one function of the script for each kind of page, one allow-list behind it. */

interface Runner {
  withSuccessHandler(handler: (answer: unknown) => void): Runner;
  withFailureHandler(handler: (error: Error) => void): Runner;
  sidebarCall(request: object): void;
  dialogCall(request: object): void;
}

export type Door = 'sidebarCall' | 'dialogCall';

declare const google: { readonly script: { readonly run: Runner; readonly host: { close(): void } } };

/** Rejects when Google did not answer or the script failed: nobody knows then whether it was done. */
export function runInScript(door: Door, request: object): Promise<unknown> {
  return new Promise((resolve, reject) => {
    google.script.run.withSuccessHandler(resolve).withFailureHandler(reject)[door](request);
  });
}

/** Closes the dialog that this page stands in. */
export function closeDialog(): void {
  google.script.host.close();
}
