import type { Text } from "../../../message.ts";
import type { District } from "../../../register/district.ts";
import type { Reason } from "../../../register/reasons.ts";

/** One reason, whole: what it means, who repairs it, the steps, what to bring, how long, where, and for whom cannot come. */
export function reasonText(reason: Reason, district: District): Text[] {
  const text = district.reasons[reason];
  const bring: Text[] = text.bring.map((paper) => ({ key: "repair.item", values: { item: { words: paper } } }));
  const steps: Text[] = text.steps.map((step, index) => ({
    key: "repair.step",
    values: { number: index + 1, step: { words: step } },
  }));
  return [
    { key: "repair.title", values: { title: { words: text.title } } },
    { words: text.meaning },
    { key: "repair.steps", values: { owner: { key: `owner.${text.repaired_by}` }, steps: { lines: steps } } },
    ...(bring.length > 0 ? [{ key: "repair.bring", values: { papers: { lines: bring } } }] : []),
    {
      key: "repair.practical",
      values: {
        howLong: { words: text.how_long },
        where: { words: text.where },
        cannotCome: { words: text.cannot_come },
      },
    },
    { key: "common.source", values: { source: text.source, date: { date: text.checked_on } } },
  ];
}
