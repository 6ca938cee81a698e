/** Work that is asked for often and done once, a little later. */
export interface Debounced {
  ask(): void;
  cancel(): void;
}

export function debounce(milliseconds: number, work: () => void): Debounced {
  let timer: NodeJS.Timeout | null = null;
  return {
    ask() {
      timer ??= setTimeout(() => {
        timer = null;
        work();
      }, milliseconds);
    },
    cancel() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}
