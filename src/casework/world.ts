import type { AreaCodes } from "../register/area-codes.ts";
import type { SignalReader } from "../signals/reader.ts";
import type { Translate } from "../vocabulary/message.ts";
import type { Words } from "../words/words.ts";
import type { Calendar } from "./deadline.ts";

/** What a process reads once at its start; turns and officers' acts use it alike. */
export type World = {
  areas: AreaCodes;
  calendar: Calendar;
  translate: Translate;
  /** Every language of `locales/`, the default first. */
  locales: readonly string[];
  /** The words that citizens use, in every language. */
  words: Words;
  /** Reads accusations and fear out of words. */
  signals: SignalReader;
  /** The blind index of a NIK. */
  personOf(nik: string): string;
};
