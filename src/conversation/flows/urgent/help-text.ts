import type { District } from "../../../register/district.ts";
import { helplinesFor } from "../../../register/urgent-help.ts";
import type { Danger } from "../../../signals/danger.ts";
import type { Text } from "../../../vocabulary/message.ts";

/**
 * Returns three texts: a sentence of sympathy, the telephone numbers, and what people can do tonight. If `instead` is
 * given, it replaces the sentence. The first and the last text are about the first danger only. A text that the
 * district does not have is left out.
 */
export function helpTextsFor(dangers: readonly Danger[], { urgent }: District, instead?: Text): Text[] {
  const [first] = dangers;
  const tonight = urgent.texts.find(({ signal }) => signal === first)?.tonight;
  return [
    ...(first ? [instead ?? { key: `urgent.human.${first}` }] : []),
    ...helplineTexts(dangers, urgent),
    ...(tonight ? [{ words: tonight }] : []),
  ];
}

/** Returns the text that names whom to call, a line for each telephone number. Without a number there is no text. */
export function helplineTexts(dangers: readonly Danger[], urgent: District["urgent"]): Text[] {
  const lines = helplinesFor(dangers, urgent).map(
    ({ number, does }): Text => ({ key: "urgent.line", values: { number, does: { words: does } } }),
  );
  return lines.length > 0 ? [{ key: "urgent.numbers", values: { lines: { lines } } }] : [];
}

/** Returns the telephone numbers in one line, without the names of those who answer. */
export const helplineNumbers = (dangers: readonly Danger[], { urgent }: District): string =>
  helplinesFor(dangers, urgent)
    .map(({ number }) => number)
    .join(", ");
