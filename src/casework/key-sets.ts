import type { Category } from "../vocabulary/lists.ts";
import type { Key } from "./access.ts";

/**
 * What follows of a key from the way in which `keysOf` writes them: a ticket of an open lane has all its keys with the
 * same end, none or `?`, and besides them only `u:`; one of a closed lane has those of its lane and `!`.
 */

/** Whether all tickets of a key lie in this area, a code or the beginning of one. */
export const liesIn = (key: Key, area: string): boolean =>
  /^[akc]:[^/]+\/(\d+)\??$/.exec(key)?.[1]?.startsWith(area) ?? false;

/** Whether all tickets of a key are of this category. */
export const isOf = (key: Key, category: Category): boolean => /^d:[^/]+\/([^?]+)\??$/.exec(key)?.[1] === category;

/** The key of the whole district whose readers see all tickets of this key, a narrower one; `undefined` where there is none. */
function wholeOf(key: Key): Key | undefined {
  const [, district, end] = /^[oakc]:([^/]+)\/[^?!]+(\??)$/.exec(key) ?? [];
  return district === undefined ? undefined : `d:${district}${end}`;
}

/** Whether a reader with these keys sees all tickets of this key: the key of a whole district opens what its parts do. */
export function isWithin(key: Key, keys: readonly Key[]): boolean {
  const whole = wholeOf(key);
  return keys.includes(key) || (whole !== undefined && keys.includes(whole));
}

/** The fewest of these keys that together open the same tickets. */
export function widest(keys: readonly Key[]): readonly Key[] {
  const wholes = keys.filter((key) => key.startsWith("d:"));
  if (wholes.length === 0) return keys;
  return keys.filter((key) => {
    const whole = wholeOf(key);
    return whole === undefined || !wholes.includes(whole);
  });
}

/** Whether a ticket that somebody holds by this key, one of `heldKeys`, can have one of those others too. */
export function canMeet(held: Key, keys: readonly Key[]): boolean {
  if (held.endsWith("!")) return keys.some((key) => /^[srvu]:/.test(key) || key.endsWith("!"));
  return keys.some((key) => key.startsWith("u:") || key.endsWith("?") === held.endsWith("?"));
}
