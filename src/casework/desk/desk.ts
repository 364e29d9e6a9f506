import type { Channel } from "../../channels/channel.ts";
import type { Queue } from "../../queue/jobs.ts";
import type { AreaCodes } from "../../register/area-codes.ts";
import type { District } from "../../register/district.ts";
import type { SignalReader } from "../../signals/reader.ts";
import type { Store } from "../../store/ports/store.ts";
import type { Log, Translate } from "../../vocabulary/message.ts";
import type { Words } from "../../words/words.ts";
import type { Calendar } from "../deadline.ts";

/** What officers' acts work with; each act names the part that it needs. */
export type Desk = {
  store: Store;
  queue: Queue;
  /** By channel and account. */
  channels: ReadonlyMap<string, Channel>;
  districts: ReadonlyMap<string, District>;
  areas: AreaCodes;
  calendar: Calendar;
  translate: Translate;
  /** Every language of `locales/`, the default first. */
  locales: readonly string[];
  /** The words that citizens use, of every language. */
  words: Words;
  /** Reads accusations and fear out of words. */
  signals: SignalReader;
  /** The blind index of a NIK. */
  personOf(nik: string): string;
  auditKey: Buffer;
  log: Log;
  /** When officers may be told of what happens at a moment, in ms: then, or in the morning. */
  quietUntil(at: number, district: string): number;
};
