import { calendarOf } from "../casework/deadline.ts";
import type { World } from "../casework/world.ts";
import type { Facts } from "../conversation/engine/facts.ts";
import type { Intents } from "../conversation/understanding/intent-rules.ts";
import { defined } from "../defined.ts";
import type { District } from "../register/district.ts";
import { findPlaces, openPlaceIndex, readPlaces } from "../register/places.ts";
import { dateIn } from "../time.ts";
import type { Text } from "../vocabulary/message.ts";
import type { Words } from "../words/words.ts";

const indexes = new WeakMap<District, ReturnType<typeof openPlaceIndex>>();

function indexOf(district: District, { places }: Words) {
  const known = indexes.get(district);
  if (known) return known;
  const made = openPlaceIndex(district.areas, places);
  indexes.set(district, made);
  return made;
}

export function gatherFacts(
  world: World & { intents: Intents },
  district: District,
  openQuestions: Facts["openQuestions"],
  {
    numberPage,
    phone,
    justClosed,
    reports,
    pageIntroduces,
    noVoice,
    noCards,
    desils,
    listed,
  }: Pick<
    Facts,
    "numberPage" | "phone" | "justClosed" | "reports" | "pageIntroduces" | "noVoice" | "noCards" | "desils" | "listed"
  > = {},
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
    placesNamed: (text) => readPlaces(text, indexOf(district, words)),
    signals: signals.hear,
    mayBeDanger: signals.mayBeDanger,
    isNearDanger: signals.isNearDanger,
    rulesIn: intents.rulesIn,
    rankIntents: intents.rank,
    openQuestions,
    ...defined({ reports, phone, justClosed, numberPage, pageIntroduces, noVoice, noCards, desils, listed }),
  };
}
