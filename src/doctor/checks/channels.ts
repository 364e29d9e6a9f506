import type { Channel, ChannelCheck } from "../../channels/channel.ts";
import { TURNED_ON_BY } from "../../open-channels.ts";
import { type Check, type Found, fault, ok, type Scene, unknown, warning } from "../check.ts";

const HOUR = 3_600_000;

/** Only the service's own page has `introduces`. */
const isOnPlatform = ({ introduces }: Channel): boolean => !introduces;

export const noChannelCheck: Check = {
  name: "channels",
  examine: async ({ districts, channels }) =>
    districts
      .filter(({ id }) => !channels.some((one) => one.district === id && isOnPlatform(one)))
      .map(({ id }) =>
        warning(
          `${id}: citizens reach it by the web chat alone`,
          `set ${TURNED_ON_BY.join(" or ")}, with __${id.toUpperCase().replaceAll("-", "_")} behind it`,
        ),
      ),
};

/** A slow platform must not delay the check of another account. */
export const channelChecks = ({ channels }: Scene): Check[] =>
  channels.filter(isOnPlatform).map((channel) => ({
    name: channel.name,
    examine: async () => [
      ...((await channel.check?.()) ?? []).map((one) => findingOf(channel, one)),
      ...findMissingTemplate(channel),
    ],
  }));

function findingOf(
  { district }: Channel,
  { what, ok: isGood, detail, says, next, unknown: isUnknown }: ChannelCheck,
): Found {
  if (isUnknown) return unknown(`${district}: ${what}: ${detail}`);
  if (isGood) return ok(`${district}: ${what}: ${detail}`);
  return fault(`${district}: ${says ?? `${what}: ${detail}`}`, next ?? "npx --no sapa channels status");
}

const findMissingTemplate = ({ name, district, window, askToWrite, templateSettings }: Channel): Found[] =>
  window !== undefined && !askToWrite
    ? [
        warning(
          `${district}: no template is set, so what officers answer after ${Math.round(window / HOUR)} hours waits until the citizen writes`,
          templateSettings
            ? `set ${templateSettings.join(" and ")}`
            : `${name} has no setting for one: ask the citizen by another way`,
        ),
      ]
    : [];
