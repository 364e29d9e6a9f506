import { AppError } from "../vocabulary/errors.ts";
import type { Contact } from "../vocabulary/message.ts";
import type { Channel, Limits } from "./channel.ts";

/** The key of an account in maps and counters. */
export const channelKey = ({ channel, account }: Pick<Contact, "channel" | "account">): string =>
  `${channel} ${account}`;

/** Returns the channel that serves this contact; throws CHANNEL_STOPPED when its account is not set up here any more. */
export function channelOf({ channels }: { channels: ReadonlyMap<string, Channel> }, contact: Contact): Channel {
  const channel = channels.get(channelKey(contact));
  if (!channel) throw new AppError("CHANNEL_STOPPED", `no account is set up for a ${contact.channel} contact`);
  return channel;
}

/** Limits within which every platform can carry words. */
const NARROWEST = { text: 1_000, textWithChoices: 1_000, choices: 3, choiceTitle: 20, choiceDescription: 60 };
const AT_REST: Limits = { ...NARROWEST, rate: 0, chatRate: 0, burst: 1 };

/**
 * The limits of a contact's channel. If its account is not set up here, limits that fit every platform: the words wait
 * until the account is set up.
 */
export const limitsFor = ({ channels }: { channels: ReadonlyMap<string, Channel> }, contact: Contact): Limits =>
  channels.get(channelKey(contact))?.limits ?? AT_REST;
