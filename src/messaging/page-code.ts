import { randomInt } from "node:crypto";
import type { Event } from "../conversation/engine/turn.ts";
import type { HeldNumbers } from "../store/ports/held-numbers.ts";
import type { Store } from "../store/ports/store.ts";
import type { Asking } from "./look-up-context.ts";
import type { NumberLink } from "./number-page.ts";

/** In ms. */
export const NUMBERS_HELD = 10 * 60_000;
const HOUR = 3_600_000;
/** A wrong code can make another chat's page void. */
const CODES_AN_HOUR = 10;

/** Returns the code for the confirmation, or `undefined` if the page was used before. */
export function holdTyped(
  store: Pick<Store, "holdNumbers">,
  { nonce, conversation }: NumberLink,
  numbers: HeldNumbers["numbers"],
): Promise<string | undefined> {
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  return store.holdNumbers({ page: nonce, conversation, code, numbers }, NUMBERS_HELD);
}

export async function openCode({ stage, turn }: Omit<Asking, "once">, code: string): Promise<Event> {
  const { store, log } = stage;
  const { conversation, key } = turn;
  const rule = { key: `codes:${conversation}`, limit: CODES_AN_HOUR, window: HOUR, add: 1, once: key };
  if ((await store.count([rule])).exceeded) return { type: "code", outcome: "over" };
  const opened = await store.openHeld(code, conversation, key);
  if (opened.outcome === "elsewhere") log("warn", { conversation }, "a page's code came from another chat, page void");
  if (opened.outcome !== "opened") return { type: "code", ...opened };
  const { nik, kk } = opened.numbers;
  return { type: "message", content: { type: "numbers", ...(nik ? { nik } : {}), ...(kk ? { kk } : {}) } };
}
