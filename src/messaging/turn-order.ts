import { limitTime } from "../time-limit.ts";

/** In ms. A turn that runs alone delays other turns for at most this time. */
const MOST_ALONE = 5_000;

/** Turns begin in the order of the calls. */
export type TurnOrder = {
  together<T>(work: () => Promise<T>): Promise<T>;
  alone<T>(work: () => Promise<T>): Promise<T>;
};

export function openTurnOrder(): TurnOrder {
  const waiting: { isAlone: boolean; begin: () => void }[] = [];
  let running = 0;
  let isOneAlone = false;

  const mayBegin = (isAlone: boolean): boolean => !isOneAlone && (!isAlone || running === 0);

  function beginNext(): void {
    for (let next = waiting[0]; next && mayBegin(next.isAlone); next = waiting[0]) {
      waiting.shift();
      running += 1;
      isOneAlone = next.isAlone;
      next.begin();
    }
  }

  function end(isAlone: boolean): void {
    running -= 1;
    if (isAlone) isOneAlone = false;
    beginNext();
  }

  const begun = (isAlone: boolean): Promise<void> =>
    new Promise((begin) => {
      waiting.push({ isAlone, begin });
      beginNext();
    });

  return {
    async together(work) {
      await begun(false);
      try {
        return await work();
      } finally {
        end(false);
      }
    },
    async alone(work) {
      await begun(true);
      const result = work();
      const ended = result.then(
        () => undefined,
        () => undefined,
      );
      await limitTime(MOST_ALONE, ended, () => undefined);
      end(true);
      return result;
    },
  };
}
