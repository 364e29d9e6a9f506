import type { Log } from "../vocabulary/message.ts";

export type Outage = { begin(): void; end(): void };

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
