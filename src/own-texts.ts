import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { AppError } from "./vocabulary/errors.ts";

/**
 * - `id`: the Indonesian text that `text` translates.
 * - `checked`: the native reader who has checked the translation, with a digest of the text.
 */
const OwnText = z.strictObject({
  id: z.string(),
  text: z.string().min(1).optional(),
  checked: z.strictObject({ name: z.string().min(1), date: z.string().min(1), text: z.string().min(1) }).optional(),
});
export const OwnTexts = z.record(z.string(), OwnText);
export type OwnTexts = z.infer<typeof OwnTexts>;

export const TEXTS_FOLDER = "texts";

export const ownTextsFile = (own: string, language: string): string => join(own, TEXTS_FOLDER, `${language}.json`);

/** Throws DISTRICT_INVALID with the name of the file. */
export function readOwnTexts(own: string | undefined, language: string): OwnTexts {
  const file = own === undefined ? undefined : ownTextsFile(own, language);
  if (file === undefined || !existsSync(file)) return {};
  const wrong = (words: string) => new AppError("DISTRICT_INVALID", `${file}: ${words}`);
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/, ""));
  } catch {
    throw wrong("cannot be read as JSON; `sapa texts import` writes it anew once it is moved away");
  }
  const parsed = OwnTexts.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw wrong(`${issue?.path.join(".")}: ${issue?.message}`);
}

export function ownTranslation(texts: OwnTexts, key: string, indonesian: string): string | undefined {
  const own = texts[key];
  return own?.id === indonesian ? own.text : undefined;
}

/** Only keys of packs contain a slash. */
export const isOfPack = (key: string): boolean => key.includes("/");
