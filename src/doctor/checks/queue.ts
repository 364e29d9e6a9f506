import { many } from "../../many.ts";
import { type Found, fault, ok, spanOf, storedCheck, warning } from "../check.ts";

const STUCK = 10 * 60_000;
const LOG = "is the service (or `npm run workers`) running? look for errors in its log";

/** Checks whether messages wait too long for an answer or to be sent, and how many nobody could answer. */
export const queueCheck = storedCheck("queue", async ({ store }) => {
  const { inbound, outbound, oldest, unanswered, dead } = await store.backlog();
  const found: Found[] = [
    ...(unanswered > STUCK ? [fault(`a message has waited ${spanOf(unanswered)} for its answer`, LOG)] : []),
    ...(oldest > STUCK ? [fault(`a reply has waited ${spanOf(oldest)} to be sent`, LOG)] : []),
    ...(dead > 0
      ? [
          warning(
            `${many(dead, "message", "messages")} could not be answered and need a person`,
            "npx --no sapa dead-letters list",
          ),
        ]
      : []),
  ];
  return found.length > 0
    ? found
    : [ok(`${many(inbound, "message waits", "messages wait")} for an answer, ${outbound} to be sent, none long`)];
});
