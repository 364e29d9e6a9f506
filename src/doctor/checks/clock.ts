import { storeName } from "../../store/schemes.ts";
import { type Check, type Found, fault, ok } from "../check.ts";

const MOST_DIFFERENCE = 30_000;
const NEXT = "set the clock by NTP: timedatectl set-ntp true";
/** This release did not exist before this date. */
const RELEASED_AFTER = Date.parse("2026-01-01");

export function clockFault(name: string, told: number, now: number): Found | undefined {
  const seconds = Math.round(Math.abs(now - told) / 1_000);
  const side = now > told ? "ahead of" : "behind";
  return Math.abs(now - told) > MOST_DIFFERENCE
    ? fault(`this machine's clock is ${seconds} seconds ${side} ${name}'s`, NEXT)
    : undefined;
}

export const clockCheck: Check = {
  name: "clock",
  async examine({ config, storeLook, now }) {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (now() < RELEASED_AFTER) return [fault(`this machine's clock says ${new Date(now()).getUTCFullYear()}`, NEXT)];
    const store =
      storeLook?.clock === undefined ? undefined : clockFault(storeName(config.storeUrl), storeLook.clock, now());
    return [store ?? ok(`it is ${new Date(now()).toISOString().slice(0, 16)}Z here; the zone is ${zone}`)];
  },
};
