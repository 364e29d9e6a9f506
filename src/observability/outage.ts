import type { Log } from "../vocabulary/message.ts";

/** Something that this process needs and that may be away. */
export type Outage = { begin(): void; end(): void };

/** Says once that it is away and once that it is back, with the seconds that it took. */
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
