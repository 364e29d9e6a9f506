import type { Aid } from "./recipient.ts";

type Payment = Pick<Aid, "programme" | "stage" | "month" | "state" | "amount">;

const nameOf = ({ programme, stage, month }: Payment): string | undefined =>
  stage === undefined && month === undefined ? undefined : JSON.stringify([programme, stage, month]);

const isSeveral = (values: readonly unknown[]): boolean => new Set(values).size > 1;

export function findContradictedPayments<Row extends Payment>(rows: readonly Row[]): Row[][] {
  const named = rows.filter((row) => nameOf(row) !== undefined);
  return [...Map.groupBy(named, nameOf).values()].filter((group) => {
    const amounts = group.flatMap(({ amount }) => (amount === undefined ? [] : [amount]));
    return isSeveral(group.map(({ state }) => state)) || isSeveral(amounts);
  });
}

/** Lists a contradicted payment once, with `isContradicted`. */
export function listPayments<Row extends Payment>(rows: readonly Row[]): (Row & { isContradicted: boolean })[] {
  const contradicted = findContradictedPayments(rows);
  const told = new Set(contradicted.flatMap(([first]) => (first ? [first] : [])));
  const all = new Set(contradicted.flat());
  return rows.filter((row) => !all.has(row) || told.has(row)).map((row) => ({ ...row, isContradicted: all.has(row) }));
}
