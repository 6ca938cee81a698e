/** What the command line says of a brake that has tripped. */

/** @param since as people of the firm write moments */
export function brakeFault(since: string): { readonly what: string; readonly todo: string } {
  return {
    what: `Automatic answers have been stopped since ${since}: there were too many of them within one hour. None goes out; new mails still become tickets, and everything else is sent.`,
    todo: 'Look at the newest tickets: if another program answers ours, get it switched off first. Then delete the line about this on the Problems tab, and automatic answers go out again.',
  };
}
