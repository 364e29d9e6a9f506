import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Sourced } from "../register/programme.ts";
import { Helpline, type UrgentHelp, UrgentText } from "../register/urgent-help.ts";
import { DANGERS } from "../signals/danger.ts";
import { type Problems, readJson } from "./read-pack.ts";

/** What is said to somebody in danger: the national numbers and texts, and the district's own over or beside them. */
export function loadUrgentHelp(national: string, folder: string, problems: Problems): UrgentHelp {
  const own = <Schema extends z.ZodType>(name: string, schema: Schema) =>
    existsSync(join(folder, name)) ? readJson(join(folder, name), schema, problems) : undefined;
  const texts = [
    ...(readJson(join(national, "urgent.json"), z.array(UrgentText), problems) ?? []),
    ...(own("urgent.json", z.array(UrgentText)) ?? []),
  ];
  const bySignal = new Map(texts.map((text) => [text.signal, text]));
  const missing = DANGERS.filter((danger) => !bySignal.has(danger));
  if (missing.length > 0) problems.push(`${join(national, "urgent.json")}: no text for ${missing.join(", ")}`);
  return {
    national: readJson(join(national, "helplines.json"), z.array(Helpline), problems) ?? [],
    local: own("helplines.json", z.array(Helpline)) ?? [],
    texts: [...bySignal.values()],
  };
}

/** Each number and text with its name, for the list of what nobody has signed off. */
export const signedParts = ({ national, local, texts }: UrgentHelp): (readonly [string, Sourced])[] => [
  ...[...national, ...local].map((one) => [`helpline ${one.id}`, one] as const),
  ...texts.map((one) => [`urgent ${one.signal}`, one] as const),
];
