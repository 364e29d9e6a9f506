import type { Category } from "../vocabulary/lists.ts";
import type { Key } from "./access.ts";

export const liesIn = (key: Key, area: string): boolean =>
  /^[akc]:[^/]+\/(\d+)\??$/.exec(key)?.[1]?.startsWith(area) ?? false;

export const isOfCategory = (key: Key, category: Category): boolean =>
  /^d:[^/]+\/([^?]+)\??$/.exec(key)?.[1] === category;

function wholeOf(key: Key): Key | undefined {
  const [, district, end] = /^[oakc]:([^/]+)\/[^?!]+(\??)$/.exec(key) ?? [];
  return district === undefined ? undefined : `d:${district}${end}`;
}

export function isCoveredBy(key: Key, keys: readonly Key[]): boolean {
  const whole = wholeOf(key);
  return keys.includes(key) || (whole !== undefined && keys.includes(whole));
}

export function widestKeys(keys: readonly Key[]): readonly Key[] {
  const wholes = keys.filter((key) => key.startsWith("d:"));
  if (wholes.length === 0) return keys;
  return keys.filter((key) => {
    const whole = wholeOf(key);
    return whole === undefined || !wholes.includes(whole);
  });
}

/** Returns false if no ticket can have both `held` and one of `keys`. */
export function canMeet(held: Key, keys: readonly Key[]): boolean {
  if (held.endsWith("!")) return keys.some((key) => /^[srvu]:/.test(key) || key.endsWith("!"));
  return keys.some((key) => key.startsWith("u:") || key.endsWith("?") === held.endsWith("?"));
}
