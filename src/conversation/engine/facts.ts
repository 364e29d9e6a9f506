import type { Calendar } from "../../casework/deadline.ts";
import type { OpenQuestion } from "../../casework/open-question.ts";
import type { AreaCodes } from "../../register/area-codes.ts";
import type { District } from "../../register/district.ts";
import type { Place } from "../../register/places.ts";
import type { Signal } from "../../signals/signal-names.ts";
import type { Text } from "../../vocabulary/message.ts";
import type { Words } from "../../words/words.ts";
import type { RulesIn } from "../understanding/intent-rules.ts";
import type { Scored } from "../understanding/score.ts";
import type { TicketView } from "./lookup.ts";

/**
 * The numbers that a number page can ask for. `nik`: a NIK, with or without the number of its family card. `kk`: only
 * the number of a family card.
 */
export const NUMBER_ASKS = ["nik", "kk"] as const;
export type NumberAsk = (typeof NUMBER_ASKS)[number];

/** The facts that a turn may use. The functions are pure: the same question has the same answer. */
export type Facts = {
  /** Ms since 1970, and the same moment's date in the district as `2026-11-23`. */
  now: number;
  today: string;
  district: District;
  areas: AreaCodes;
  calendar: Calendar;
  locales: readonly string[];
  /** The words that citizens use, of every language. */
  words: Words;
  /** Returns a text in every language, so that the engine knows a typed title in any language. */
  wordings(text: Text): string[];
  /** Returns the blind index of a NIK. */
  personOf(nik: string): string;
  /** Finds the places that a text names. */
  findPlaces(text: string): Place[];
  /** Finds the places whose name is the whole text, even if the text is an everyday word. */
  placesNamed(text: string): Place[];
  /** Finds the signals in a text, such as an accusation or fear. The engine tests signals before everything else. */
  signals(text: string): Signal[];
  /** Returns the rules of intents that a line of normalised words matches. */
  rulesIn: RulesIn;
  /** Returns the intents that the trained model sees in a message, the likeliest first. */
  rankIntents(text: string): Scored[];
  /** Officers' questions to this chat that wait for an answer, newest first. */
  openQuestions: readonly OpenQuestion[];
  /** The report whose closing letter was the last message to this chat. */
  justClosed?: TicketView;
  /**
   * The numbers of this chat's open reports that a village can read. They are looked up only if the message may wish
   * for secrecy.
   */
  reports?: readonly string[];
  /** The phone number of this chat, if its platform tells it. */
  phone?: string;
  /** The page of this chat says which office runs the service, and what the service never asks for. */
  pageIntroduces?: true;
  /** The channel of this chat carries no voice message. */
  noVoice?: true;
  /**
   * The register holds no family card at all. A card's number would prove nothing, so the service asks nobody for it.
   */
  noCards?: true;
  /** The register holds ranks (desil). */
  desils?: true;
  /** Returns the link of a page for numbers. Only a channel whose rules keep numbers out of the chat has it. */
  numberPage?(ask: NumberAsk): string;
};

/** Returns the code of the one place that a text names; `undefined` if the text names none or several. */
export function onlyPlace(text: string, { findPlaces }: Facts): string | undefined {
  const codes = new Set(findPlaces(text).map(({ code }) => code));
  return codes.size === 1 ? [...codes][0] : undefined;
}
