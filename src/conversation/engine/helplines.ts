import type { District } from "../../register/district.ts";
import { helplinesFor } from "../../register/urgent-help.ts";
import type { Danger } from "../../signals/danger.ts";
import type { Text } from "../../vocabulary/message.ts";

export function helplineTexts(dangers: readonly Danger[], urgent: District["urgent"]): Text[] {
  const lines = helplinesFor(dangers, urgent).map(
    ({ number, does }): Text => ({ key: "urgent.line", values: { number, does: { words: does } } }),
  );
  return lines.length > 0 ? [{ key: "urgent.numbers", values: { lines: { lines } } }] : [];
}

export const helplineNumbers = (dangers: readonly Danger[], { urgent }: District): string =>
  helplinesFor(dangers, urgent)
    .map(({ number }) => number)
    .join("; ");
