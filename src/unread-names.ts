import { existsSync } from "node:fs";
import type { z } from "zod";
import { channels } from "./channels/index.ts";
import { readEnvFile } from "./env-file.ts";
import { findStrayNames, type Known, type StrayName } from "./setting-names.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** Names of settings, all but those that channels declare. */
export type SettingNames = Omit<Known, "perDistrict">;

/** The names in this environment that nothing reads; of those in the `.env` file here each counts as one of ours. */
export function findUnreadNames(environment: Environment, names: SettingNames): StrayName[] {
  const perDistrict = channels.flatMap(({ name, settings: { shape } }) =>
    Object.keys(shape).map((key) => {
      const isDefaulted = (shape[key] as z.ZodType).safeParse(undefined).data !== undefined;
      return [key, { channel: name, isDefaulted }] as const;
    }),
  );
  const inFile = existsSync(".env") ? Object.keys(readEnvFile(".env")) : [];
  return findStrayNames(environment, new Set(inFile), { ...names, perDistrict: new Map(perDistrict) });
}

/**
 * Sentences for a start that is refused: names that nothing reads, with the setting that is perhaps meant. Where no
 * district is known, a district's suffix says nothing of the name before it.
 */
export function describeMisspelt(
  environment: Environment,
  names: SettingNames,
  isSetting: (name: string) => boolean,
): string[] {
  return findUnreadNames(environment, names).flatMap(({ setting, nearest }) => {
    if (nearest === undefined || (names.suffixes.size === 0 && isSetting(setting))) return [];
    return [`${setting}: nothing reads this setting; perhaps ${nearest} is meant`];
  });
}
