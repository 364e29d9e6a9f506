import type { ChannelCheck } from "./channel.ts";

/** In ms. A platform tells only whole seconds, and its answer takes time. */
const CLOSE = 30_000;

/** `told`: the platform's time; both times are in ms since 1970. */
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
