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
 * The numbers that a number page can ask for. `nik` is a NIK, with or without the number of its family card. `kk` is
 * only the card's number.
 */
export const NUMBER_ASKS = ["nik", "kk"] as const;
export type NumberAsk = (typeof NUMBER_ASKS)[number];

/** The facts that a turn may use. The functions are pure: the same input has the same result. */
export type Facts = {
  /** Ms since 1970, and the date of that moment in the district as `2026-11-23`. */
  now: number;
  today: string;
  district: District;
  areas: AreaCodes;
  calendar: Calendar;
  locales: readonly string[];
  /** The words that citizens use, in every language. */
  words: Words;
  /** Returns a text in every language, so that a citizen can type a title in any language. */
  wordings(text: Text): string[];
  /** Returns the blind index of a NIK. */
  personOf(nik: string): string;
  /** Returns the places that a text names. */
  findPlaces(text: string): Place[];
  /** Returns the places whose name is the whole text, even if the text is an everyday word. */
  placesNamed(text: string): Place[];
  /** Returns the signals in a text, such as an accusation or fear. */
  signals(text: string): Signal[];
  /** Whether a text may tell of a danger that nothing else corroborates. The engine then offers help. */
  mayBeDanger(text: string): boolean;
  /** Returns the rules of intents that match a line of normalised words. */
  rulesIn: RulesIn;
  /** Returns the labels that the trained model gives a text, the likeliest first. */
  rankIntents(text: string): Scored[];
  /** Officers' questions to this chat that wait for an answer, newest first. */
  openQuestions: readonly OpenQuestion[];
  /** The report whose closing letter was the last message to this chat. */
  justClosed?: TicketView;
  /**
   * The numbers of this chat's open reports that a village can read. Absent if the message cannot be a wish for
   * secrecy.
   */
  reports?: readonly string[];
  /** The phone number of this chat, if its platform tells it. */
  phone?: string;
  /** The page of this chat says which office runs the service, and what the service never asks for. */
  pageIntroduces?: true;
  /** The channel of this chat carries no voice message. */
  noVoice?: true;
  /** The register holds no family cards. A card's number would prove nothing, so the service asks for none. */
  noCards?: true;
  /** The register holds ranks (desil). */
  desils?: true;
  /** The programmes that only the aid list names. The district has no text about them. */
  listed?: readonly ListedProgramme[];
  /** Returns the link of a number page. Only a channel whose rules keep numbers out of the chat has this function. */
  numberPage?(ask: NumberAsk): string;
};

/** Returns the code of the one place that a text names; `undefined` if the text names none or several. */
export function onlyPlace(text: string, { findPlaces }: Facts): string | undefined {
  const codes = new Set(findPlaces(text).map(({ code }) => code));
  return codes.size === 1 ? [...codes][0] : undefined;
}
