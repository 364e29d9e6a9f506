import type { LimitRule } from "../../store/ports/limits.ts";
import { AppError } from "../../vocabulary/errors.ts";
import type { Category } from "../../vocabulary/lists.ts";
import { rule } from "../category.ts";
import { type Caller, callerKey } from "./caller.ts";
import type { Desk } from "./desk.ts";

const HOUR = 3_600_000;
const TICKETS_AN_HOUR = 30;
const URGENT_AN_HOUR = 5;
/** All operators share one limit, which is this many times an officer's limit. */
const OPERATORS = 10;

/** Counts a repeated `id` once. Rejects with COUNTER_LIMIT above a limit. */
export async function countCounterTicket(
  { store, log }: Pick<Desk, "store" | "log">,
  { district, category, id }: { district: string; category: Category; id: string },
  caller: Caller,
): Promise<void> {
  const who = callerKey(caller);
  const times = caller.officer ? 1 : OPERATORS;
  const ruleOf = (name: string, limit: number): LimitRule => ({
    key: `counter:${name}:${who}`,
    limit: limit * times,
    window: HOUR,
    add: 1,
    once: `${district} ${id}`,
  });
  const rules = [ruleOf("all", TICKETS_AN_HOUR)];
  if (rule(category).kind === "urgent") rules.push(ruleOf("urgent", URGENT_AN_HOUR));
  if (!(await store.count(rules)).exceeded) return;
  await store.takeBack(rules);
  const told = await store.count([{ key: `counter:told:${who}`, limit: 1, window: HOUR, add: 1 }]);
  if (!told.exceeded) {
    const what = "tickets opened at the counter up to the hour's limit";
    log("warn", { alarm: "counter-tickets", officer: who, district }, what);
  }
  throw new AppError("COUNTER_LIMIT", "too many tickets from the counter within an hour");
}
