import type { Calendar } from "../casework/deadline.ts";
import type { Channel } from "../channels/channel.ts";
import type { Session } from "../conversation/engine/session.ts";
import type { Cleaner } from "../media/clean-apart.ts";
import type { Activity } from "../observability/activity.ts";
import type { Queue } from "../queue/jobs.ts";
import type { AreaCodes } from "../register/area-codes.ts";
import type { District } from "../register/district.ts";
import type { SignalReader } from "../signals/reader.ts";
import type { Store } from "../store/ports/store.ts";
import type { OpenTurn } from "../store/ports/turns.ts";
import { AppError } from "../vocabulary/errors.ts";
import type { Contact, Log, Meter, Trace, Translate } from "../vocabulary/message.ts";
import type { DeskPort } from "./desk-port.ts";
import type { Holds } from "./hold.ts";
import type { NumberPages } from "./number-page.ts";

/** What the stages work with; each stage names the part that it needs. */
export type Messaging = {
  /** This process answers and sends too: what a write has opened is gone on with at once, without a wake-up. */
  handsOn: boolean;
  store: Store;
  queue: Queue;
  /** By channel and account. */
  channels: ReadonlyMap<string, Channel>;
  districts: ReadonlyMap<string, District>;
  areas: AreaCodes;
  calendar: Calendar;
  translate: Translate;
  numberPages: NumberPages;
  desk: DeskPort;
  /** Reads accusations and fear out of words. */
  signals: SignalReader;
  /** The blind index of a NIK. */
  personOf(nik: string): string;
  /** The blind index of a chat's address: what is announced, and what names a session in counters. */
  chatName(contact: Contact): string;
  /** The blind index of a network that web messages come from. */
  networkIndex(network: string): string;
  /** Cleans a citizen's file apart from this process; `undefined` when that did not come to an end. */
  cleanFile: Cleaner;
  /** Where the audit chain's daily heads are kept, beside the store. */
  auditHeads?: string;
  /** Channels whose pages watch their history, by name. */
  live: ReadonlySet<string>;
  /** Accounts whose sends fail. */
  holds: Holds;
  /** Every language of `locales/`, the default first. */
  locales: readonly string[];
  activity: Activity;
  log: Log;
  meter: Meter;
  trace: Trace;
  /** Messages a second, per account and per chat; absent: the channel's own; 0 lifts the limit. */
  sendRate?: number;
  sendRateChat?: number;
  /** Ms without a message after which a chat's reports are hidden from whoever writes there. */
  strangerAfter?: number;
  /** Ms without another bubble after which somebody has said what they wanted to say. */
  bubblePause?: number;
};

/** The district that a channel's account serves. */
export function districtOf({ districts }: Pick<Messaging, "districts">, channel: Channel): District {
  const district = districts.get(channel.district);
  if (!district) throw new AppError("SETTINGS_INVALID", `district ${channel.district} is not loaded`);
  return district;
}

/** Who asks a question of the store, from which chat. */
export type Asking = {
  messaging: Messaging;
  turn: OpenTurn;
  district: District;
  session: Session;
  /** Set by a question that shows who the citizen is: reports of before are theirs. */
  shown?: { all: boolean };
  /** Names this question of the turn, the same whenever its message is handled: under it a counter counts once. */
  once: string;
};
