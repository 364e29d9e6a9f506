import { type Calendar, calendarOf } from "../casework/deadline.ts";
import type { Facts } from "../conversation/engine/facts.ts";
import type { IntentScorer } from "../conversation/understanding/score.ts";
import { defined } from "../defined.ts";
import type { AreaCodes } from "../register/area-codes.ts";
import type { District } from "../register/district.ts";
import { findPlaces, placeIndex, placesNamed } from "../register/places.ts";
import type { SignalReader } from "../signals/reader.ts";
import { dateIn } from "../time.ts";
import type { Text, Translate } from "../vocabulary/message.ts";
import type { Words } from "../words/words.ts";

const indexes = new WeakMap<District, ReturnType<typeof placeIndex>>();

function indexOf(district: District, { places }: Words) {
  const known = indexes.get(district);
  if (known) return known;
  const made = placeIndex(district.areas, places);
  indexes.set(district, made);
  return made;
}

/** What a process knows of the world, whoever writes. */
export type World = {
  areas: AreaCodes;
  calendar: Calendar;
  translate: Translate;
  /** Every language of `locales/`, the default first. */
  locales: readonly string[];
  /** The words that citizens use, of every language. */
  words: Words;
  /** Reads accusations and fear out of words. */
  signals: SignalReader;
  intents: IntentScorer;
  /** The blind index of a NIK. */
  personOf(nik: string): string;
};

/** What a turn in this district may know, at this moment. */
export function gatherFacts(
  world: World,
  district: District,
  openQuestions: Facts["openQuestions"],
  { numberPage, phone, justClosed, reports }: Pick<Facts, "numberPage" | "phone" | "justClosed" | "reports"> = {},
): Facts {
  const { areas, calendar, locales, translate, personOf, signals, intents, words } = world;
  const now = Date.now();
  return {
    now,
    today: dateIn(now, district.timezone),
    district,
    areas,
    calendar: calendarOf(district.id, calendar),
    locales,
    words,
    wordings: (text: Text) => locales.map((locale) => translate(locale, text)),
    personOf,
    findPlaces: (text) => findPlaces(text, indexOf(district, words)),
    placesNamed: (text) => placesNamed(text, indexOf(district, words)),
    signals: signals.read,
    rankIntents: intents.rank,
    openQuestions,
    ...defined({ reports }),
    ...(phone ? { phone } : {}),
    ...defined({ justClosed, numberPage }),
  };
}
