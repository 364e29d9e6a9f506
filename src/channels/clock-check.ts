import type { ChannelCheck } from "./channel.ts";

/** Ms that clocks may differ: a platform tells whole seconds, and its answer has travelled. */
const CLOSE = 30_000;

/** Compares this machine's clock with the one that a platform's last answer told. */
export function checkClock(platform: string, told: number, now: number): ChannelCheck {
  const apart = Math.round((now - told) / 1_000);
  const detail = `${apart} s ahead of ${platform}`;
  if (Math.abs(now - told) <= CLOSE) return { what: "clock", ok: true, detail };
  const side = apart > 0 ? "ahead of" : "behind";
  return {
    what: "clock",
    ok: false,
    detail,
    says: `this machine's clock is ${Math.abs(apart)} seconds ${side} ${platform}'s`,
    next: "set the clock by NTP: timedatectl set-ntp true",
  };
}
