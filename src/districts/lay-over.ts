import { LANGUAGES } from "../vocabulary/lists.ts";
import { type Fields, isFields, type Located, plainValue, textOf } from "./located-json.ts";
import type { Problems } from "./problems.ts";
import { REMOVED } from "./table-text.ts";

export function layOver(base: Located | undefined, over: Located): Located {
  if (!isFields(base) || !isFields(over)) return over;
  if (isWording(base) && over.fields.has("id")) return over; // otherwise the other languages would keep the old words
  const fields = new Map(base.fields);
  for (const [name, value] of over.fields)
    fields.set(name, name === ADDED ? addItems(fields.get(name), value) : layOver(fields.get(name), value));
  return { at: base.at, fields };
}

/** The office's list in this field extends the nation's list, and does not replace it. */
export const ADDED = "spellings";

function addItems(base: Located | undefined, over: Located): Located {
  if (!base || !("items" in base) || !("items" in over)) return over;
  const known = new Set(base.items.map((one) => JSON.stringify(plainValue(one))));
  return {
    at: over.at,
    items: [...base.items, ...over.items.filter((one) => !known.has(JSON.stringify(plainValue(one))))],
  };
}

export const isLanguage = (name: string): boolean => (LANGUAGES as readonly string[]).includes(name);

export const isWording = ({ fields }: Fields): boolean => [...fields.keys()].every(isLanguage);

/** Adds new rows last, and drops rows that `over` marks as removed. */
export function layRowsOver(base: Located, over: Located, key: readonly string[], problems: Problems): Located {
  const rows = new Map<string, Located>();
  for (const row of rowsOf(base, key, problems)) rows.set(row.key, row.node);
  for (const { key: name, node } of rowsOf(over, key, problems)) {
    const before = rows.get(name);
    if (!isRemoved(node, problems)) rows.set(name, before ? layOver(before, node) : node);
    else if (before) rows.delete(name);
    else problems.push(`${node.at}: ${key.join(", ")} ${name}: is to be removed, and nothing that ships has it`);
  }
  return { at: base.at, items: [...rows.values()] };
}

export function rowsOf(list: Located, key: readonly string[], problems: Problems): { key: string; node: Fields }[] {
  if (!("items" in list)) {
    problems.push(`${list.at}: must be a list of ${key.join(", ")} and what belongs to it`);
    return [];
  }
  const found = new Map<string, Fields>();
  for (const node of list.items) {
    const parts = key.map((name) => textOf(node, name) ?? "");
    const name = parts.join(" ");
    const before = found.get(name);
    if (!isFields(node) || parts.includes(""))
      problems.push(`${node.at}: ${key[parts.indexOf("")] ?? key[0]} is missing`);
    else if (before) problems.push(`${node.at}: ${key.join(", ")} ${name}: stands at ${before.at} too`);
    else found.set(name, node);
  }
  return [...found].map(([name, node]) => ({ key: name, node }));
}

function isRemoved({ fields }: Fields, problems: Problems): boolean {
  const mark = fields.get(REMOVED);
  if (!mark) return false;
  if ("value" in mark && mark.value === true) return true;
  problems.push(`${mark.at}: ${REMOVED}: must be true; leave it out of a row that stays`);
  return false;
}
