import type { Facts } from "../conversation/engine/facts.ts";
import type { District } from "../register/district.ts";
import { findPlaces, placeIndex, placesNamed } from "../register/places.ts";
import { dateInWib } from "../time.ts";
import type { Text } from "../vocabulary/message.ts";
import type { Messaging } from "./messaging.ts";

const indexes = new WeakMap<District, ReturnType<typeof placeIndex>>();

function indexOf(district: District) {
  const known = indexes.get(district);
  if (known) return known;
  const made = placeIndex(district.areas);
  indexes.set(district, made);
  return made;
}

/** What a turn in this district may know, at this moment. */
export function factsOf(
  messaging: Messaging,
  district: District,
  openQuestions: Facts["openQuestions"],
  { numberPage, phone, justClosed, reports }: Pick<Facts, "numberPage" | "phone" | "justClosed" | "reports"> = {},
): Facts {
  const { areas, calendar, locales, translate, personOf, signals } = messaging;
  const now = Date.now();
  return {
    now,
    today: dateInWib(now),
    district,
    areas,
    calendar,
    locales,
    wordings: (text: Text) => locales.map((locale) => translate(locale, text)),
    personOf,
    findPlaces: (text) => findPlaces(text, indexOf(district)),
    placesNamed: (text) => placesNamed(text, indexOf(district)),
    signals: signals.read,
    openQuestions,
    ...(reports ? { reports } : {}),
    ...(phone ? { phone } : {}),
    ...(justClosed ? { justClosed } : {}),
    ...(numberPage ? { numberPage } : {}),
  };
}
