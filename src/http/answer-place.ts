import type { Channel } from "../channels/channel.ts";
import type { TimeZone } from "../vocabulary/lists.ts";
import type { Contact, Text } from "../vocabulary/message.ts";

/** A time in ms since 1970 and the zone in which it is shown. */
type Moment = { time: number; zone: TimeZone };

const PHONE = /^\d{4,11}(\d{4})(?:@c\.us)?$/;

/**
 * Returns the name under which a citizen knows the channel; `channel` is absent if its account is not set up any more.
 */
export const channelTitle = (channel: Pick<Channel, "title"> | undefined): string => channel?.title ?? "chat";

/**
 * Tells a citizen where the answer goes, in words by which they recognise the chat: the last four digits of its phone
 * number or, for an id that nobody knows by heart, the time at which the chat asked. The text never gives a name:
 * citizens choose the name that their platform shows.
 */
export function whereAnswered(to: Channel | undefined, { address }: Contact, askedAt: Moment): Text {
  const channel = channelTitle(to);
  const ending = to?.byPhone ? PHONE.exec(address)?.[1] : undefined;
  return ending
    ? { key: "page.whereEnding", values: { channel, ending } }
    : { key: "page.whereTime", values: { channel, time: askedAt } };
}
