import type { Channel, ChannelCheck } from "../../channels/channel.ts";
import { type Check, type Found, fault, ok, type Scene, unknown, warning } from "../check.ts";

/** Platforms other than our own page. */
const isPlatform = ({ name }: Channel): boolean => name !== "webchat";

export const noChannelCheck: Check = {
  name: "channels",
  look: async ({ districts, channels }) =>
    districts
      .filter(({ id }) => !channels.some((one) => one.district === id && isPlatform(one)))
      .map(({ id }) =>
        warning(
          `${id}: citizens reach it by the web chat alone`,
          `set TELEGRAM_BOT_TOKEN or WHATSAPP_TOKEN, with __${id.toUpperCase().replaceAll("-", "_")} behind it`,
        ),
      ),
};

/** Each account asks its platform by itself, so that one which hangs holds up no other. */
export const channelChecks = ({ channels }: Scene): Check[] =>
  channels.filter(isPlatform).map((channel) => ({
    name: channel.name,
    look: async () => [
      ...((await channel.check?.()) ?? []).map((one) => foundOf(channel, one)),
      ...windowFound(channel),
    ],
  }));

function foundOf(
  { district }: Channel,
  { what, ok: isGood, detail, says, next, unknown: isUnknown }: ChannelCheck,
): Found {
  if (isUnknown) return unknown(`${district}: ${what}: ${detail}`);
  if (isGood) return ok(`${district}: ${what}: ${detail}`);
  return fault(`${district}: ${says ?? `${what}: ${detail}`}`, next ?? "npx --no sapa channels status");
}

/** A platform that takes free text for a while only, and no template that asks to write after it. */
const windowFound = ({ district, window, askToWrite }: Channel): Found[] =>
  window !== undefined && !askToWrite
    ? [
        warning(
          `${district}: no template is set, so what officers answer after 24 hours waits until the citizen writes`,
          "set WHATSAPP_TEMPLATE_NEWS and WHATSAPP_TEMPLATE_TICKET",
        ),
      ]
    : [];
