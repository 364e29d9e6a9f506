import type { Category } from "../vocabulary/lists.ts";
import type { Key } from "./access.ts";

/**
 * - In doubt, a ticket's keys end in `?`, except its `u:` key.
 * - In a closed lane, a ticket has the lane's keys, and the keys of its holders end in `!`.
 */

export const liesIn = (key: Key, area: string): boolean =>
  /^[akc]:[^/]+\/(\d+)\??$/.exec(key)?.[1]?.startsWith(area) ?? false;

export const isOfCategory = (key: Key, category: Category): boolean =>
  /^d:[^/]+\/([^?]+)\??$/.exec(key)?.[1] === category;

/** Returns the key of the whole district that also finds each ticket with this key, or `undefined`. */
function wholeOf(key: Key): Key | undefined {
  const [, district, end] = /^[oakc]:([^/]+)\/[^?!]+(\??)$/.exec(key) ?? [];
  return district === undefined ? undefined : `d:${district}${end}`;
}

export function isCoveredBy(key: Key, keys: readonly Key[]): boolean {
  const whole = wholeOf(key);
  return keys.includes(key) || (whole !== undefined && keys.includes(whole));
}

/** Leaves out the keys of officers and places that a key of the whole district covers. */
export function widestKeys(keys: readonly Key[]): readonly Key[] {
  const wholes = keys.filter((key) => key.startsWith("d:"));
  if (wholes.length === 0) return keys;
  return keys.filter((key) => {
    const whole = wholeOf(key);
    return whole === undefined || !wholes.includes(whole);
  });
}

/** Returns false only if no ticket can have both the key `held` (of `heldKeys`) and one of `keys`. */
export function canMeet(held: Key, keys: readonly Key[]): boolean {
  if (held.endsWith("!")) return keys.some((key) => /^[srvu]:/.test(key) || key.endsWith("!"));
  return keys.some((key) => key.startsWith("u:") || key.endsWith("?") === held.endsWith("?"));
}
