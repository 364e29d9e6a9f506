import { AppError } from "../vocabulary/errors.ts";
import type { Contact } from "../vocabulary/message.ts";
import type { Channel } from "./channel.ts";

/** The key of an account in maps and counters. */
export const channelKey = ({ channel, account }: Pick<Contact, "channel" | "account">): string =>
  `${channel} ${account}`;

/** Returns the channel that serves this contact; throws CHANNEL_STOPPED when its account is not set up here any more. */
export function channelOf({ channels }: { channels: ReadonlyMap<string, Channel> }, contact: Contact): Channel {
  const channel = channels.get(channelKey(contact));
  if (!channel) throw new AppError("CHANNEL_STOPPED", `no account is set up for a ${contact.channel} contact`);
  return channel;
}
