import { DEFAULT_ZONE, zoneName } from "../time.ts";

const time = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "short", timeZone: DEFAULT_ZONE });

export const timeInWib = (at: number): string => `${time.format(at)} ${zoneName(DEFAULT_ZONE)}`;
