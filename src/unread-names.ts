import { existsSync } from "node:fs";
import type { z } from "zod";
import { channels } from "./channels/index.ts";
import { readEnvFile } from "./env-file.ts";
import { findStrayNames, type Known, type StrayName } from "./setting-names.ts";

type Environment = Readonly<Record<string, string | undefined>>;

export type SettingNames = Omit<Known, "perDistrict">;

/** Treats every name of the `.env` file as a name of this service. */
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

/** A refused start prints these sentences. */
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
