import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import i18next from "i18next";
import { isOfPack, type OwnTexts, ownTranslation, readOwnTexts } from "./own-texts.ts";
import { clockTimeWithZone, DEFAULT_ZONE } from "./time.ts";
import { TIME_ZONES, type TimeZone } from "./vocabulary/lists.ts";
import type { Localised, Translate, Value } from "./vocabulary/message.ts";

/** Every text exists in this language. */
export const DEFAULT_LOCALE = "id";

export const languagesIn = (directory: string): string[] =>
  readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort((a, b) => Number(b === DEFAULT_LOCALE) - Number(a === DEFAULT_LOCALE));

/** The service understands a language without texts, but answers in another language. */
const isSpoken = (directory: string, locale: string): boolean =>
  readdirSync(join(directory, locale)).some((file) => file.endsWith(".json"));

export const languagesWithTexts = (directory: string): string[] =>
  languagesIn(directory).filter((locale) => isSpoken(directory, locale));

type Topics = Record<string, unknown>;
type Translator = {
  translate: Translate;
  locales: string[];
  pageTexts(topic: string): Record<string, unknown>;
};

/**
 * Translations in the office's folder `own` replace the shipped texts. Rejects with DISTRICT_INVALID for translations
 * that cannot be read.
 */
export async function openTranslator(directory: string, own?: string): Promise<Translator> {
  const locales = languagesWithTexts(directory);
  const indonesian = readTopics(join(directory, DEFAULT_LOCALE));
  const originals = textsOf(indonesian);
  const ownTexts = new Map(
    locales.map((locale) => [locale, locale === DEFAULT_LOCALE ? {} : readOwnTexts(own, locale)]),
  );
  const topics = new Map(
    locales.map((locale) => [
      locale,
      locale === DEFAULT_LOCALE
        ? indonesian
        : layTexts(readTopics(join(directory, locale)), ownTexts.get(locale) ?? {}, originals),
    ]),
  );
  const ownWords = new Map([...ownTexts].map(([locale, texts]) => [locale, wordsOf(texts)]));
  const resources = Object.fromEntries([...topics].map(([locale, translation]) => [locale, { translation }]));
  const instance = i18next.createInstance();
  await instance.init({
    resources,
    fallbackLng: DEFAULT_LOCALE,
    interpolation: { escapeValue: false, skipOnVariables: true },
    returnNull: false,
  });
  const fixed = new Map(locales.map((locale) => [locale, instance.getFixedT(locale)]));
  const formats = new Map(locales.map((locale) => [locale, formatsOf(locale)]));

  const constant = new Map<string, Map<string, string>>(locales.map((locale) => [locale, new Map()]));

  const translate: Translate = (locale, text) => {
    if ("words" in text) return ownWords.get(locale)?.get(text.words[DEFAULT_LOCALE]) ?? wordsFor(locale, text.words);
    const t = fixed.get(locale) ?? fixed.get(DEFAULT_LOCALE);
    if (!t) throw new Error("no texts");
    if (!text.values) {
      const own = constant.get(locale);
      const known = own?.get(text.key);
      if (known !== undefined) return known;
      const made = t(text.key);
      own?.set(text.key, made);
      return made;
    }
    const values: Record<string, string | number> = {};
    for (const [name, value] of Object.entries(text.values)) values[name] = formatValue(locale, value);
    return t(text.key, values);
  };

  function formatValue(locale: string, value: Value): string | number {
    if (typeof value === "string" || typeof value === "number") return value;
    if ("key" in value || "words" in value) return translate(locale, value);
    if ("lines" in value) return value.lines.map((line) => translate(locale, line)).join("\n");
    const { date, month, time, money } = formats.get(locale) ?? formatsOf(DEFAULT_LOCALE);
    if ("date" in value) return date.format(new Date(`${value.date}T00:00:00Z`));
    if ("month" in value) return month.format(new Date(`${value.month}-01T00:00:00Z`));
    if ("time" in value) return time[value.zone ?? DEFAULT_ZONE].format(value.time);
    if ("moment" in value)
      return `${time[value.zone].format(value.moment)}, ${clockTimeWithZone(value.moment, value.zone)}`;
    return `Rp${money.format(value.money)}`;
  }

  const pageTexts = (topic: string) => Object.fromEntries([...topics].map(([locale, all]) => [locale, all[topic]]));
  return { translate, locales, pageTexts };
}

function layTexts(topics: Topics, own: OwnTexts, indonesian: ReadonlyMap<string, string>): Topics {
  for (const key of Object.keys(own)) {
    const text = ownTranslation(own, key, indonesian.get(key) ?? "");
    const names = key.split(".");
    const last = names.pop() ?? "";
    const place = names.reduce<unknown>((at, name) => (at as Topics | undefined)?.[name], topics);
    if (text !== undefined && typeof place === "object" && place !== null) (place as Topics)[last] = text;
  }
  return topics;
}

const wordsOf = (texts: OwnTexts): Map<string, string> =>
  new Map(
    Object.entries(texts).flatMap(([key, { id, text }]) =>
      isOfPack(key) && text !== undefined ? [[id, text] as const] : [],
    ),
  );

const wordsFor = (locale: string, words: Localised): string =>
  (words as Partial<Record<string, string>>)[locale] || words[DEFAULT_LOCALE];

export const readTexts = (directory: string): Map<string, string> => textsOf(readTopics(directory));

function textsOf(topics: Topics): Map<string, string> {
  const flat = (value: unknown, key: string): [string, string][] =>
    typeof value === "string"
      ? [[key, value]]
      : Object.entries(value as Topics).flatMap(([name, child]) => flat(child, `${key}.${name}`));
  return new Map(Object.entries(topics).flatMap(([topic, texts]) => flat(texts, topic)));
}

function readTopics(directory: string): Topics {
  return Object.fromEntries(
    readdirSync(directory)
      .filter((file) => file.endsWith(".json"))
      .map((file) => [file.replace(/\.json$/, ""), JSON.parse(readFileSync(join(directory, file), "utf8"))]),
  );
}

export function openTexts(directory: string, locale: string): (key: string) => string {
  const texts = readTexts(join(directory, locale));
  return (key) => {
    const found = texts.get(key);
    if (found === undefined) throw new Error(`locales/${locale}: no text ${key}`);
    return found;
  };
}

/** American English puts the month before the day. */
const dayFirst = (locale: string): string => (locale === "en" ? "en-GB" : locale);

function formatsOf(locale: string) {
  const tags = [dayFirst(locale), "id-ID"];
  return {
    date: new Intl.DateTimeFormat(tags, { dateStyle: "long", timeZone: "UTC" }),
    month: new Intl.DateTimeFormat(tags, { month: "long", year: "numeric", timeZone: "UTC" }),
    time: Object.fromEntries(
      TIME_ZONES.map((timeZone) => [
        timeZone,
        new Intl.DateTimeFormat(tags, { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone }),
      ]),
    ) as Record<TimeZone, Intl.DateTimeFormat>,
    money: new Intl.NumberFormat(tags),
  };
}
