import { wrongField } from "../../vocabulary/errors.ts";

const MOST_ROWS = 1_000;

export function readLimit(given: string): number {
  const limit = /^\d{1,6}$/.test(given) ? Number(given) : 0;
  if (limit >= 1 && limit <= MOST_ROWS) return limit;
  throw wrongField("limit", `a whole number from 1 to ${MOST_ROWS}, not ${given}`);
}
