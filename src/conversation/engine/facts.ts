import type { Calendar } from "../../casework/deadline.ts";
import type { OpenQuestion } from "../../casework/open-question.ts";
import type { AreaCodes } from "../../register/area-codes.ts";
import type { District } from "../../register/district.ts";
import type { ListedProgramme } from "../../register/listed-programmes.ts";
import type { Place } from "../../register/places.ts";
import type { Signal } from "../../signals/signal-names.ts";
import type { Text } from "../../vocabulary/message.ts";
import type { Words } from "../../words/words.ts";
import type { RulesIn } from "../understanding/intent-rules.ts";
import type { Scored } from "../understanding/score.ts";
import type { TicketView } from "./lookup.ts";

export const NUMBER_ASKS = ["nik", "kk"] as const;
export type NumberAsk = (typeof NUMBER_ASKS)[number];

/** All functions except `numberPage` are pure. */
export type Facts = {
  /** `now` is in ms since 1970. `today` is the date in the district, such as `2026-11-23`. */
  now: number;
  today: string;
  district: District;
  areas: AreaCodes;
  calendar: Calendar;
  locales: readonly string[];
  words: Words;
  /** Returns the text in every language, because a citizen may type a title in any language. */
  wordings(text: Text): string[];
  personOf(nik: string): string;
  findPlaces(text: string): Place[];
  /** Finds places whose name is the whole text, even if the name is an everyday word. */
  placesNamed(text: string): Place[];
  signals(text: string): Signal[];
  /** Whether the text has an uncertain sign of danger. */
  mayBeDanger(text: string): boolean;
  /** Whether the text has a certain or an uncertain sign of danger. */
  isNearDanger(text: string): boolean;
  rulesIn: RulesIn;
  /** Returns the likeliest label first. */
  rankIntents(text: string): Scored[];
  openQuestions: readonly OpenQuestion[];
  /** The newest report that closed with a letter after the citizen's last message. */
  justClosed?: TicketView;
  /** This chat's open reports that a village officer can read. */
  reports?: readonly string[];
  /** Absent if the platform hides the citizen's number. */
  phone?: string;
  pageIntroduces?: true;
  noVoice?: true;
  /** The register holds no family cards, so a card's number proves nothing. */
  noCards?: true;
  desils?: true;
  /** Programmes that are in the aid list but not in the district's pack. */
  listed?: readonly ListedProgramme[];
  /** Returns the page's address; absent if the channel allows numbers in the chat. */
  numberPage?(ask: NumberAsk): string;
};

export const namesPlace = (
  text: string,
  { placesNamed, findPlaces }: Pick<Facts, "placesNamed" | "findPlaces">,
): boolean => placesNamed(text).length > 0 || findPlaces(text).length > 0;

export function onlyPlace(text: string, { findPlaces }: Facts): string | undefined {
  const codes = new Set(findPlaces(text).map(({ code }) => code));
  return codes.size === 1 ? [...codes][0] : undefined;
}
