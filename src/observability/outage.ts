import type { Log } from "../vocabulary/message.ts";

/** Callbacks for a server that this process needs. */
export type Outage = { begin(): void; end(): void };

/** Logs once that `what` is away, and once that it is back, with the length of the outage. */
export function openOutage(what: string, log: Log): Outage {
  let since: number | undefined;
  return {
    begin() {
      if (since !== undefined) return;
      since = performance.now();
      log("warn", { what }, "away");
    },
    end() {
      if (since === undefined) return;
      const seconds = Math.round((performance.now() - since) / 1_000);
      since = undefined;
      log("info", { what, seconds }, "back");
    },
  };
}
