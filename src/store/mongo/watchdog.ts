/** In ms. The watchdog replaces a client that has found no server for `lost`. */
export type Patience = { every: number; lost: number; operation: number };
export const PATIENCE: Patience = { every: 5_000, lost: 15_000, operation: 30_000 };

/**
 * The watchdog works around two faults of mongodb 7.8 and 7.9 (`writeCommand`). A write into a closing socket never
 * ends, and a client may never find its server again.
 */
export function openWatchdog(
  { every, lost, operation }: Patience,
  { ping, reopen }: { ping(): Promise<unknown>; reopen(): Promise<void> },
) {
  const running = new Set<{ until: number; end(): void }>();
  let lostSince: number | undefined;
  let lookedAt = performance.now();
  let looking = Promise.resolve();
  const clock = setInterval(
    () => {
      const now = performance.now();
      for (const one of running) if (now > one.until) one.end();
      if (now - lookedAt < every) return;
      lookedAt = now;
      looking = looking.then(checkDriver);
    },
    Math.min(every, 1_000),
  );
  clock.unref();

  async function checkDriver(): Promise<void> {
    try {
      await limitOperation(ping(), () => new Error("no answer"));
      lostSince = undefined;
    } catch {
      const now = performance.now();
      lostSince ??= now;
      if (now - lostSince < lost) return;
      await reopen().then(
        () => (lostSince = undefined),
        () => undefined,
      );
    }
  }

  function limitOperation<T>(work: Promise<T>, late: () => Error): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const one = { until: performance.now() + operation, end: () => done(() => reject(late())) };
      const done = (settle: () => void) => {
        running.delete(one);
        settle();
      };
      running.add(one);
      work.then(
        (value) => done(() => resolve(value)),
        (error) => done(() => reject(error)),
      );
    });
  }

  return {
    limited: limitOperation,
    async stop() {
      clearInterval(clock);
      await looking;
    },
  };
}
