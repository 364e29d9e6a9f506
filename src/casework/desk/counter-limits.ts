import type { LimitRule } from "../../store/ports/limits.ts";
import { AppError } from "../../vocabulary/errors.ts";
import type { Category } from "../../vocabulary/lists.ts";
import { rule } from "../category.ts";
import { type Caller, callerKey } from "./caller.ts";
import type { Desk } from "./desk.ts";

const HOUR = 3_600_000;
/** The most tickets of one caller in an hour. Nobody can type more. */
const TICKETS_AN_HOUR = 30;
/** The limit for urgent tickets in an hour is lower, since each one alerts officers at any hour. */
const URGENT_AN_HOUR = 5;
/** Operators may open ten times as many tickets, since several people and programs share their token. */
const OPERATORS = 10;

/**
 * Counts a ticket from the counter. A ticket that is sent again under the same `id` counts once. Above the limit,
 * rejects with COUNTER_LIMIT and alerts the operators, with the caller's key, at most once an hour for each caller.
 */
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
  await store.takeBack(rules); // this ticket is not opened, so it does not count; tickets that were opened earlier may still be sent again
  const told = await store.count([{ key: `counter:told:${who}`, limit: 1, window: HOUR, add: 1 }]);
  if (!told.exceeded) {
    const what = "tickets opened at the counter up to the hour's limit";
    log("warn", { alarm: "counter-tickets", officer: who, district }, what);
  }
  throw new AppError("COUNTER_LIMIT", "too many tickets from the counter within an hour");
}
