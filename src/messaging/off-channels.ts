import { channelKey } from "../channels/accounts.ts";
import type { Contact, Log } from "../vocabulary/message.ts";

/** In ms. */
const SHORTEST = 60_000;
const LONGEST = 600_000;

export type OffChannels = {
  /** Returns how long the chat rests (ms). */
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
