import type { ErrorCode } from "../vocabulary/errors.ts";
import type { Log } from "../vocabulary/message.ts";

const MINUTE = 60_000;

export type Refusals = {
  /** `route`: the pattern of the route, without a request's parameters. */
  count(route: string, code: ErrorCode): void;
  close(): void;
};

/** Logs the first refusal immediately, and the number of further refusals once a minute. */
export function openRefusals(log: Log, every = MINUTE): Refusals {
  const running = new Map<string, { count: number; timer: NodeJS.Timeout }>();

  function logRefusals(route: string, code: ErrorCode, count: number): void {
    log("warn", { route, code, count }, "calls refused");
  }

  return {
    count(route, code) {
      const key = `${route} ${code}`;
      const known = running.get(key);
      if (known) {
        known.count += 1;
        return;
      }
      logRefusals(route, code, 1);
      const timer = setInterval(() => {
        const one = running.get(key);
        if (!one || one.count === 0) {
          clearInterval(timer);
          running.delete(key);
          return;
        }
        logRefusals(route, code, one.count);
        one.count = 0;
      }, every);
      timer.unref();
      running.set(key, { count: 0, timer });
    },
    close() {
      for (const { timer } of running.values()) clearInterval(timer);
      running.clear();
    },
  };
}
