import type { Category } from "../vocabulary/lists.ts";
import type { Key } from "./access.ts";

/**
 * Keys of a ticket in an open lane all end in `?` or in nothing, except `u:`, which has no ending. A ticket in a closed
 * lane has the keys of its lane, and keys that end in `!`.
 */

/** Whether all tickets with a key lie in `area`, which is a code or the beginning of a code. */
export const liesIn = (key: Key, area: string): boolean =>
  /^[akc]:[^/]+\/(\d+)\??$/.exec(key)?.[1]?.startsWith(area) ?? false;

export const isOfCategory = (key: Key, category: Category): boolean =>
  /^d:[^/]+\/([^?]+)\??$/.exec(key)?.[1] === category;

/** Returns the key of the whole district whose readers see all tickets with this key, or `undefined`. */
function wholeOf(key: Key): Key | undefined {
  const [, district, end] = /^[oakc]:([^/]+)\/[^?!]+(\??)$/.exec(key) ?? [];
  return district === undefined ? undefined : `d:${district}${end}`;
}

/** Whether a reader with these keys sees all tickets with this key. */
export function isCoveredBy(key: Key, keys: readonly Key[]): boolean {
  const whole = wholeOf(key);
  return keys.includes(key) || (whole !== undefined && keys.includes(whole));
}

/** Returns the smallest set of these keys that opens the same tickets. */
export function widestKeys(keys: readonly Key[]): readonly Key[] {
  const wholes = keys.filter((key) => key.startsWith("d:"));
  if (wholes.length === 0) return keys;
  return keys.filter((key) => {
    const whole = wholeOf(key);
    return whole === undefined || !wholes.includes(whole);
  });
}

/** Whether a ticket with the key `held` (of `heldKeys`) can also have one of `keys`. */
export function canMeet(held: Key, keys: readonly Key[]): boolean {
  if (held.endsWith("!")) return keys.some((key) => /^[srvu]:/.test(key) || key.endsWith("!"));
  return keys.some((key) => key.startsWith("u:") || key.endsWith("?") === held.endsWith("?"));
}
