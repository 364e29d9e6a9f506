export type Timers = {
  set(name: string, ms: number, work: () => void): void;
  unset(...names: string[]): void;
  clear(): void;
};

export function openTimers(): Timers {
  const timers = new Map<string, NodeJS.Timeout>();
  const unset = (...names: string[]): void => {
    for (const name of names) clearTimeout(timers.get(name));
  };
  return {
    set(name, ms, work) {
      unset(name);
      timers.set(name, setTimeout(work, ms));
    },
    unset,
    clear: () => unset(...timers.keys()),
  };
}
