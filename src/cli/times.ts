import { DEFAULT_ZONE, zoneName } from "../time.ts";

const time = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "short", timeZone: DEFAULT_ZONE });

/** A time as operators read it: the offices' own zone, with its name; JSON keeps milliseconds. */
export const timeInWib = (at: number): string => `${time.format(at)} ${zoneName(DEFAULT_ZONE)}`;
