import { channelKey } from "../../channels/accounts.ts";
import type { OpenedLink } from "../../messaging/number-page.ts";
import type { Runtime } from "../../runtime.ts";
import { limitTime } from "../../time-limit.ts";
import type { Contact } from "../../vocabulary/message.ts";
import { channelTitle } from "../answer-place.ts";
import type { Frame } from "./frame.ts";

/** In ms. The page waits this long for a platform's answer. */
const PATIENCE = 1_000;

/** With `code`, the link back to the chat prepares a message with the code. */
export async function frameOf(
  { districts, channels, translate }: Runtime,
  { locale, district }: OpenedLink,
  contact?: Contact,
  code?: { words: string; payload: string },
): Promise<Frame> {
  const name = districts.get(district)?.name;
  const account = contact && channels.get(channelKey(contact));
  const asked = account?.linkBack?.(code) ?? Promise.resolve(undefined);
  const link = await limitTime(PATIENCE, asked, () => undefined);
  const values = { channel: channelTitle(account) };
  return {
    lang: locale,
    ...(name === undefined ? {} : { owner: { name, official: translate(locale, { key: "webchat.official" }) } }),
    ...(link === undefined ? {} : { back: { link, title: translate(locale, { key: "page.backTo", values }) } }),
  };
}
