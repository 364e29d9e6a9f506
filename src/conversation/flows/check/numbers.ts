import type { Text } from "../../../message.ts";
import { findNumbers } from "../../../register/find-numbers.ts";
import { checkFamilyCard, checkNumber } from "../../../register/nik.ts";
import type { Facts } from "../../facts.ts";

/** A number as someone typed it: whole, or what is wrong with it. */
export type Typed = { digits: string } | { wrong: Text };

/** The first number a text holds, as a NIK; `undefined` when it holds none at all. */
export function typedNik(text: string, { today, areas }: Facts): Typed | undefined {
  const written = writtenNumbers(text)[0];
  return written === undefined ? undefined : typed(checkNumber(written, { today, areas }), "nik");
}

/** The first number a text holds, as a family card's. */
export function typedFamilyCard(text: string, { today, areas }: Facts): Typed | undefined {
  const written = writtenNumbers(text)[0];
  return written === undefined ? undefined : typed(checkFamilyCard(written, { today, areas }), "kk");
}

/** Every number in a text, whole or not, in the order in which they stand. */
export function writtenNumbers(text: string): string[] {
  const { numbers, nearMisses } = findNumbers(text);
  return [...numbers, ...nearMisses].sort((a, b) => a.start - b.start).map(({ digits }) => digits);
}

function typed(check: ReturnType<typeof checkFamilyCard>, kind: "nik" | "kk"): Typed {
  const [error] = check.errors;
  if (!error) return { digits: check.digits };
  const { code, ...details } = error;
  return { wrong: { key: `number.${code}`, values: { number: { key: `number.${kind}` }, ...details } } };
}
