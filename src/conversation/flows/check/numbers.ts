import { findNumbers } from "../../../register/find-numbers.ts";
import { type CardCheck, checkFamilyCard, checkNumber } from "../../../register/nik.ts";
import type { Text } from "../../../vocabulary/message.ts";
import type { Facts } from "../../engine/facts.ts";

/** A typed number: valid, or with what is wrong with it. */
export type Typed = { digits: string } | { wrong: Text };

/** The first number a text holds, as a NIK; `undefined` when it holds none at all. */
export function typedNik(text: string, { today, areas }: Facts): Typed | undefined {
  const written = writtenNumbers(text)[0];
  return written === undefined ? undefined : checkedNumber(checkNumber(written, { today, areas }), "nik");
}

/** The first number a text holds, as a family card's. */
export function typedFamilyCard(text: string, { today, areas }: Facts): Typed | undefined {
  const written = writtenNumbers(text)[0];
  return written === undefined ? undefined : checkedNumber(checkFamilyCard(written, { today, areas }), "kk");
}

/** Every number in a text, whole or not, in the order in which they stand. */
export function writtenNumbers(text: string): string[] {
  const { numbers, nearMisses } = findNumbers(text);
  return [...numbers, ...nearMisses].sort((a, b) => a.start - b.start).map(({ digits }) => digits);
}

/** What is wrong with a number, in words; `undefined` for a whole one. */
export function wrongWith({ errors: [error] }: CardCheck, kind: "nik" | "kk"): Text | undefined {
  if (!error) return undefined;
  const { code, ...details } = error;
  return { key: `number.${code}`, values: { number: { key: `number.${kind}` }, ...details } };
}

function checkedNumber(check: CardCheck, kind: "nik" | "kk"): Typed {
  const wrong = wrongWith(check, kind);
  return wrong ? { wrong } : { digits: check.digits };
}
