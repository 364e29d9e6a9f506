import { channelKey } from "../channels/accounts.ts";
import type { Contact, Log } from "../vocabulary/message.ts";

/** In ms. A chat whose account is off rests as long as its message has waited, but within these limits. */
const SHORTEST = 60_000;
const LONGEST = 600_000;

/** Messages rest in the store until the account is on again or an operator sets them aside. */
export type OffChannels = {
  /** Returns how long the chat rests (ms). Logs each account once. */
  findRest(contact: Contact, age: number): number;
};

export function openOffChannels({ log }: { log: Log }): OffChannels {
  const told = new Set<string>();
  return {
    findRest({ channel, account }, age) {
      const key = channelKey({ channel, account });
      if (!told.has(key)) {
        told.add(key);
        log("warn", { channel, account }, "messages wait for an account that is not on here: see `sapa doctor`");
      }
      return Math.min(Math.max(age, SHORTEST), LONGEST);
    },
  };
}
