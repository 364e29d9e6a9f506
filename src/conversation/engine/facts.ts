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

/**
 * The numbers that a number page can ask for: a NIK, with or without a card's number, or only the card's number (`kk`).
 */
export const NUMBER_ASKS = ["nik", "kk"] as const;
export type NumberAsk = (typeof NUMBER_ASKS)[number];

/** A turn may use only these facts, and its functions are pure. */
export type Facts = {
  /** `now` is in ms since 1970; `today` is its date in the district, as `2026-11-23`. */
  now: number;
  today: string;
  district: District;
  areas: AreaCodes;
  calendar: Calendar;
  locales: readonly string[];
  words: Words;
  /** Returns a text in every language, because a citizen may type a title in any language. */
  wordings(text: Text): string[];
  personOf(nik: string): string;
  findPlaces(text: string): Place[];
  /** Finds places whose name is the whole text, even an everyday word. */
  placesNamed(text: string): Place[];
  signals(text: string): Signal[];
  /** The engine only offers help, because nothing else corroborates the danger. */
  mayBeDanger(text: string): boolean;
  /** Whether words of a text are near a danger, though they are too few or too weak to tell of one. */
  isNearDanger(text: string): boolean;
  /** Returns the rules of intents that match a line of normalised words. */
  rulesIn: RulesIn;
  /** The likeliest label first. */
  rankIntents(text: string): Scored[];
  openQuestions: readonly OpenQuestion[];
  /** The report whose closing letter was the last message to this chat. */
  justClosed?: TicketView;
  /** This chat's open reports that a village can read; absent if the message cannot be a wish for secrecy. */
  reports?: readonly string[];
  /** Absent if the platform does not tell the number. */
  phone?: string;
  /** The page of this chat says which office runs the service, and what the service never asks for. */
  pageIntroduces?: true;
  noVoice?: true;
  /** The register holds no family cards: a card's number would prove nothing, so the service asks for none. */
  noCards?: true;
  /** The register holds ranks (desil). */
  desils?: true;
  /** Programmes that only the aid list names: the district has no text about them. */
  listed?: readonly ListedProgramme[];
  /** Only a channel whose rules keep numbers out of the chat has this function. */
  numberPage?(ask: NumberAsk): string;
};

/** Returns `undefined` if the text names no place, or several. */
export function onlyPlace(text: string, { findPlaces }: Facts): string | undefined {
  const codes = new Set(findPlaces(text).map(({ code }) => code));
  return codes.size === 1 ? [...codes][0] : undefined;
}
