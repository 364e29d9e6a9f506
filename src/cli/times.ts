import { WIB } from "../time.ts";

const time = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "short", timeZone: WIB.zone });

/** A time as operators read it: the offices' own zone, with its name; JSON keeps milliseconds. */
export const timeInWib = (at: number): string => `${time.format(at)} ${WIB.label}`;
