/** Ms between looks, how long a driver may find nobody, and how long one operation may take. */
export type Patience = { every: number; lost: number; operation: number };
export const PATIENCE: Patience = { every: 5_000, lost: 15_000, operation: 30_000 };

/**
 * Looks after the driver. One that writes into a socket which is just closing waits for its drain for ever (mongodb 7.8
 * and 7.9, `writeCommand`): the operation never ends, and if it was the monitor's, that client never finds its server
 * again. So an operation has an end of its own, and where another client gets in, it takes the lost one's place.
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
      looking = looking.then(look);
    },
    Math.min(every, 1_000),
  );
  clock.unref();

  async function look(): Promise<void> {
    try {
      await limited(ping(), () => new Error("no answer"));
      lostSince = undefined;
    } catch {
      const now = performance.now();
      lostSince ??= now;
      if (now - lostSince < lost) return;
      await reopen().then(
        () => (lostSince = undefined),
        () => undefined, // the server is not there for anybody
      );
    }
  }

  function limited<T>(work: Promise<T>, late: () => Error): Promise<T> {
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
    limited,
    async stop() {
      clearInterval(clock);
      await looking;
    },
  };
}
