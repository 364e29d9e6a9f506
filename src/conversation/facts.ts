import type { Calendar } from "../complaints/deadline.ts";
import type { Text } from "../message.ts";
import type { AreaCodes } from "../register/area-codes.ts";
import type { District } from "../register/district.ts";
import type { Place } from "../register/places.ts";

/** What a turn may know of the world. The functions are pure: the same question has the same answer. */
export type Facts = {
  /** Ms since 1970, and the same moment's date in WIB as `2026-11-23`. */
  now: number;
  today: string;
  district: District;
  areas: AreaCodes;
  calendar: Calendar;
  locales: readonly string[];
  /** A text in every language, so that a title typed in any of them is known. */
  wordings(text: Text): string[];
  /** The blind index of a NIK. */
  personOf(nik: string): string;
  findPlaces(text: string): Place[];
};
