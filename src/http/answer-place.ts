import type { Channel } from "../channels/channel.ts";
import type { TimeZone } from "../vocabulary/lists.ts";
import type { Contact, Text } from "../vocabulary/message.ts";

/** `time` is in ms since 1970. */
type Moment = { time: number; zone: TimeZone };

const PHONE = /^\d{4,11}(\d{4})(?:@c\.us)?$/;

export const channelTitle = (channel: Pick<Channel, "title"> | undefined): string => channel?.title ?? "chat";

/** The text names no person, because people may choose any name on a platform. */
export function whereAnswered(to: Channel | undefined, { address }: Contact, askedAt: Moment): Text {
  const channel = channelTitle(to);
  const ending = to?.byPhone ? PHONE.exec(address)?.[1] : undefined;
  return ending
    ? { key: "page.whereEnding", values: { channel, ending } }
    : { key: "page.whereTime", values: { channel, time: askedAt } };
}
