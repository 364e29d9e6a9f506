/** Work of this process that no queue knows of: counted, so that a stop can wait for it. */
export function openInHand() {
  let count = 0;
  let idle: (() => void) | undefined;
  return {
    async run(work: () => Promise<void>): Promise<void> {
      count += 1;
      try {
        await work();
      } finally {
        count -= 1;
        if (count === 0) idle?.();
      }
    },
    /** Waits until nothing is in hand, at most `grace` ms. */
    async empty(grace: number): Promise<void> {
      if (count === 0) return;
      let late: NodeJS.Timeout | undefined;
      await Promise.race([
        new Promise<void>((resolve) => (idle = resolve)),
        new Promise<void>((resolve) => (late = setTimeout(resolve, grace))),
      ]);
      clearTimeout(late);
    },
  };
}
