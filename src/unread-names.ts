import { existsSync } from "node:fs";
import type { z } from "zod";
import { channels } from "./channels/index.ts";
import { readEnvFile } from "./env-file.ts";
import { findStrayNames, type Known, type StrayName } from "./setting-names.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** Names of settings, except those that channels declare. */
export type SettingNames = Omit<Known, "perDistrict">;

/**
 * Finds the names in this environment that nothing reads. Every name of the `.env` file here counts as a name of this
 * service.
 */
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
 * Returns sentences for a start that is refused: names that nothing reads, with the setting that is perhaps meant. If
 * no district is known, a suffix says nothing about the name before it.
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
