import { channelKey } from "../channels/accounts.ts";
import type { Contact, Log } from "../vocabulary/message.ts";

/** Ms until a chat whose channel is not on here is looked at again: as long as it has waited so far, within these. */
const SHORTEST = 60_000;
const LONGEST = 600_000;
/** Chats that are remembered; beyond them those whose rest is over are forgotten. */
const MANY = 10_000;

/**
 * Chats of accounts that are not on in this process: an office turned a channel off, or another program talked here. What
 * waits in them is neither tried nor lost: it rests until the account is on again or somebody sets it aside.
 */
export type OffChannels = {
  /** Lets a chat rest whose message has waited for `age` ms; returns for how long. The log names each account once. */
  rest(conversation: string, contact: Contact, age: number): number;
  rests(conversation: string): boolean;
};

export function openOffChannels({ log, now = () => performance.now() }: Opening): OffChannels {
  const until = new Map<string, number>();
  const told = new Set<string>();
  return {
    rest(conversation, { channel, account }, age) {
      const key = channelKey({ channel, account });
      if (!told.has(key)) {
        told.add(key);
        log("warn", { channel, account }, "messages wait for an account that is not on here: see `sapa doctor`");
      }
      if (until.size >= MANY) for (const [one, end] of until) if (end <= now()) until.delete(one);
      const pause = Math.min(Math.max(age, SHORTEST), LONGEST);
      until.set(conversation, now() + pause);
      return pause;
    },
    rests: (conversation) => (until.get(conversation) ?? 0) > now(),
  };
}
type Opening = { log: Log; now?: () => number };
