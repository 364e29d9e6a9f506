import { DEFAULT_ZONE, zoneName } from "../time.ts";

const time = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "short", timeZone: DEFAULT_ZONE });

/** Returns a time for operators, in the default zone and with its name. JSON output keeps milliseconds. */
export const timeInWib = (at: number): string => `${time.format(at)} ${zoneName(DEFAULT_ZONE)}`;
