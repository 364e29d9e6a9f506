import { join } from "node:path";
import { listWordings, type PackRoot, type Wording } from "../districts/index.ts";
import { DEFAULT_LOCALE, languagesWithTexts, readTexts } from "../i18n.ts";
import { isOfPack, type OwnTexts, ownTranslation, readOwnTexts } from "../own-texts.ts";
import { AppError } from "../vocabulary/errors.ts";
import { contextOf } from "./context.ts";
import { limitOf } from "./limit.ts";
import { isChecked } from "./signature.ts";

/** `shipped`: the shipped translation, which the office's own translation may replace. */
export type TranslatedText = {
  key: string;
  context: string;
  indonesian: string;
  text: string;
  shipped: string;
  limit: number;
  state: string;
  checked: boolean;
};

export type TextFolders = { locales: string; packs: PackRoot; own: string };

/** Throws BAD_REQUEST for a language without texts, and for Indonesian. */
export function listTexts({ locales, packs, own }: TextFolders, language: string): TranslatedText[] {
  const others = languagesWithTexts(locales).filter((one) => one !== DEFAULT_LOCALE);
  if (!others.includes(language))
    throw new AppError("BAD_REQUEST", `${language}: is no language of translations; there are ${others.join(", ")}`);
  const ownTexts = readOwnTexts(own, language);
  const shipped = readTexts(join(locales, language));
  const words = onceEach(listWordings(packs)).map(({ key, words: all }) => ({
    key,
    indonesian: all[DEFAULT_LOCALE],
    shipped: (all as Partial<Record<string, string>>)[language] ?? "",
  }));
  const texts = [...readTexts(join(locales, DEFAULT_LOCALE))].map(([key, indonesian]) => ({
    key,
    indonesian,
    shipped: shipped.get(key) ?? "",
  }));
  return [...texts, ...words].map((one) => ({
    ...one,
    ...saidOf(one, ownTexts),
    context: contextOf(one.key, one.indonesian),
    limit: limitOf(one.key, one.indonesian),
  }));
}

/** Places with the same Indonesian words share one translation. */
function onceEach(wordings: readonly Wording[]): Wording[] {
  const first = new Map<string, Wording>();
  for (const one of wordings) if (!first.has(one.words[DEFAULT_LOCALE])) first.set(one.words[DEFAULT_LOCALE], one);
  return [...first.values()];
}

function saidOf(one: { key: string; indonesian: string; shipped: string }, own: OwnTexts) {
  const { key, indonesian, shipped } = one;
  const text = ownTranslation(own, key, indonesian) ?? shipped;
  const entry = own[key];
  const { checked } = entry ?? {};
  const isSigned = checked !== undefined && isChecked(checked.text, { indonesian, text });
  const isOld = entry?.text !== undefined && entry.id !== indonesian;
  const kind = isOfPack(key) ? "the pack" : "the release";
  const state = isOld
    ? `your translation is of an older Indonesian text; that of ${kind} is said`
    : text === ""
      ? "not translated"
      : isSigned
        ? `checked by ${checked.name}, ${checked.date}`
        : checked
          ? `changed since ${checked.name} checked it on ${checked.date}`
          : "not checked by a native reader";
  return { text, state, checked: isSigned };
}
