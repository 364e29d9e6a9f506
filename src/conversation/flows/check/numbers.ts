import { findNumbers } from "../../../register/find-numbers.ts";
import { type CardCheck, checkFamilyCard, checkNik } from "../../../register/nik.ts";
import type { Text } from "../../../vocabulary/message.ts";
import type { Facts } from "../../engine/facts.ts";

export type Typed = { digits: string } | { wrong: Text };

export function typedNik(text: string, { today, areas }: Facts): Typed | undefined {
  const written = writtenNumbers(text)[0];
  return written === undefined ? undefined : checkedNumber(checkNik(written, { today, areas }), "nik");
}

export function typedFamilyCard(text: string, { today, areas }: Facts): Typed | undefined {
  const written = writtenNumbers(text)[0];
  return written === undefined ? undefined : checkedNumber(checkFamilyCard(written, { today, areas }), "kk");
}

/** Also returns numbers with a digit too few or too many, in the order of the text. */
export function writtenNumbers(text: string): string[] {
  const { numbers, nearMisses } = findNumbers(text);
  return [...numbers, ...nearMisses].sort((a, b) => a.start - b.start).map(({ digits }) => digits);
}

export function wrongWith({ errors: [error] }: CardCheck, kind: "nik" | "kk"): Text | undefined {
  if (!error) return undefined;
  const { code, ...details } = error;
  return { key: `number.${code}`, values: { number: { key: `number.${kind}` }, ...details } };
}

function checkedNumber(check: CardCheck, kind: "nik" | "kk"): Typed {
  const wrong = wrongWith(check, kind);
  return wrong ? { wrong } : { digits: check.digits };
}
