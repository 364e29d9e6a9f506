import { storeName } from "../../store/schemes.ts";
import { type Check, type Found, fault, ok } from "../check.ts";

const CLOSE = 30_000;
const NEXT = "set the clock by NTP: timedatectl set-ntp true";
/** Before this release nobody ran it. */
const FIRST = Date.parse("2026-01-01");

/** `undefined` where a clock is close to ours. */
export function apart(name: string, told: number, now: number): Found | undefined {
  const seconds = Math.round(Math.abs(now - told) / 1_000);
  const side = now > told ? "ahead of" : "behind";
  return Math.abs(now - told) > CLOSE
    ? fault(`this machine's clock is ${seconds} seconds ${side} ${name}'s`, NEXT)
    : undefined;
}

/** This machine's clock beside the store's; platforms' and Redis' are compared where they are asked. */
export const clockCheck: Check = {
  name: "clock",
  async look({ config, storeLook, now }) {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (now() < FIRST) return [fault(`this machine's clock says ${new Date(now()).getUTCFullYear()}`, NEXT)];
    const store =
      storeLook?.clock === undefined ? undefined : apart(storeName(config.storeUrl), storeLook.clock, now());
    return [store ?? ok(`it is ${new Date(now()).toISOString().slice(0, 16)}Z here; the zone is ${zone}`)];
  },
};
