import type { AreaCodes } from "../register/area-codes.ts";
import type { SignalReader } from "../signals/reader.ts";
import type { Translate } from "../vocabulary/message.ts";
import type { Words } from "../words/words.ts";
import type { Calendar } from "./deadline.ts";

/** What a process reads once at its start, for turns and for officers' acts. */
export type World = {
  areas: AreaCodes;
  calendar: Calendar;
  translate: Translate;
  /** Every language of `locales/`, the default first. */
  locales: readonly string[];
  /** The words that citizens use, in every language. */
  words: Words;
  /** Finds danger, accusations and fear in words. */
  signals: SignalReader;
  /** Returns the blind index of a NIK. */
  personOf(nik: string): string;
};
