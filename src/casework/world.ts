import type { AreaCodes } from "../register/area-codes.ts";
import type { SignalReader } from "../signals/reader.ts";
import type { Translate } from "../vocabulary/message.ts";
import type { Words } from "../words/words.ts";
import type { Calendar } from "./deadline.ts";

export type World = {
  areas: AreaCodes;
  calendar: Calendar;
  translate: Translate;
  /** All languages of `locales/`, the default first. */
  locales: readonly string[];
  words: Words;
  signals: SignalReader;
  personOf(nik: string): string;
};
