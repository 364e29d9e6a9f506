import type { Calendar } from "../../casework/deadline.ts";
import type { OpenQuestion } from "../../casework/open-question.ts";
import type { AreaCodes } from "../../register/area-codes.ts";
import type { District } from "../../register/district.ts";
import type { Place } from "../../register/places.ts";
import type { Signal } from "../../signals/signal-names.ts";
import type { Text } from "../../vocabulary/message.ts";
import type { Words } from "../../words/words.ts";
import type { Scored } from "../understanding/score.ts";
import type { TicketView } from "./lookup.ts";

/**
 * What a number page asks for. `nik`: a NIK, with or without the number of its family card; `kk`: only the number of a
 * family card.
 */
export const NUMBER_ASKS = ["nik", "kk"] as const;
export type NumberAsk = (typeof NUMBER_ASKS)[number];

/** What a turn may know of the world. The functions are pure: the same question has the same answer. */
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
  /** A text in every language, so that a title typed in any of them is known. */
  wordings(text: Text): string[];
  /** The blind index of a NIK. */
  personOf(nik: string): string;
  /** The places that a text names. */
  findPlaces(text: string): Place[];
  /** The places whose name is the whole text, even if the text is an everyday word. */
  placesNamed(text: string): Place[];
  /** The signals in a text, such as an accusation or fear. Signals are tested before everything else. */
  signals(text: string): Signal[];
  /** What the trained model takes a message for, the likeliest first. */
  rankIntents(text: string): Scored[];
  /** Officers' questions to this chat that wait for an answer, newest first. */
  openQuestions: readonly OpenQuestion[];
  /** The report whose closing letter was our last message to this chat. */
  justClosed?: TicketView;
  /**
   * The numbers of this chat's open reports that a village can read. They are looked up only if the message may wish
   * for secrecy.
   */
  reports?: readonly string[];
  /** The phone number that this chat comes from, where its platform says it. */
  phone?: string;
  /** The page of this chat says whose service it is and what is never asked for. */
  pageIntroduces?: true;
  /** The register holds no family card at all: a card's number would prove nothing, so nobody is asked for it. */
  noCards?: true;
  /** The register holds ranks (desil). */
  desils?: true;
  /** The link of a page for numbers, where this channel's rules keep them out of the chat. */
  numberPage?(ask: NumberAsk): string;
};

/** The code of the one place that a text names; `undefined` where it names none or several. */
export function onlyPlace(text: string, { findPlaces }: Facts): string | undefined {
  const codes = new Set(findPlaces(text).map(({ code }) => code));
  return codes.size === 1 ? [...codes][0] : undefined;
}
