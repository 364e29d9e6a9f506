import { type SendResult, SHORTENED_PAUSES } from "../ports/outbox.ts";
import { monotonic } from "./clock.ts";
import type { Lease } from "./leases.ts";
import { noteRest } from "./rests.ts";
import type { Row, Sql } from "./shared-commit.ts";

const FIRST = "(select seq from outbound where conversation = ? and state < 2 order by seq limit 1)";

/** A mass notice whose send was cut off ends as `unknown`. */
export function markFirstDue(sql: Sql, conversation: string, window: boolean): Row | undefined {
  for (;;) {
    const row = nextDue(sql, conversation, window);
    if (row) return row;
    const rested = sql.run(
      `update outbound set state = 7, unknown = unknown + 1, ended_at = ? where seq = ${FIRST} and state = 1 and mass = 1`,
      Date.now(),
      conversation,
    );
    if (rested === 0) return undefined;
  }
}

const BEGUN = "attempts = attempts + 1, unknown = unknown + (state = 1), state = 1";
const HEARD = "(select c.heard_at from conversation c where c.id = outbound.conversation)";
export const nextDue = (sql: Sql, conversation: string, window: boolean): Row | undefined =>
  sql.get(
    `update outbound set ${window ? `${BEGUN}, heard_at = ${HEARD}` : BEGUN}
     where seq = ${FIRST} and not_before <= ? and not (state = 1 and mass = 1)
     returning seq, id, sealed, attempts, unknown, created_at, heard_at`,
    conversation,
    monotonic(),
  );

/** Matches no row if an early receipt has changed the state. */
const SENDING = "seq = ? and state = 1";

const CLOSE = "update conversation set heard_at = 0 where id = (select conversation from outbound where seq = ?)";

/** The message does not wait if the citizen has written during the send. */
function writeWaiting(
  sql: Sql,
  row: number,
  { code, tried }: SendResult & { state: "waiting" },
  window: boolean,
): void {
  const rested = sql.run(
    `update outbound set state = 2, code = ?, attempts = attempts - ? where ${SENDING} and heard_at is ${HEARD}`,
    code,
    tried ? 0 : 1,
    row,
  );
  if (rested === 0) sql.run(`update outbound set state = 0, not_before = 0, code = ? where ${SENDING}`, code, row);
  else if (tried && window) sql.run(CLOSE, row);
}

export function writeResult(
  sql: Sql,
  { row, conversation }: Lease,
  result: SendResult,
  at: number,
  window: boolean,
): void {
  switch (result.state) {
    case "sent":
      sql.run(`update outbound set state = 3, ended_at = ?, code = null where ${SENDING}`, at, row);
      sql.run("update conversation set reachable = 1 where id = ? and reachable = 0", conversation);
      return;
    case "waiting":
      writeWaiting(sql, row, result, window);
      return;
    case "failed":
      sql.run(`update outbound set state = 6, code = ?, ended_at = ? where ${SENDING}`, result.code, at, row);
      return;
    case "again":
      sql.run(
        `update outbound set state = 0, not_before = ?, code = ?, attempts = attempts - ? where ${SENDING}`,
        monotonic() + result.after,
        result.code ?? null,
        result.tried ? 0 : 1,
        row,
      );
      if (result.off) noteRest(sql, conversation);
      return;
    case "unknown":
      sql.run(
        `update outbound set state = iif(mass, 7, 0), ended_at = iif(mass, ?, null), unknown = unknown + 1,
           not_before = ?, code = ? where ${SENDING}`,
        at,
        monotonic() + result.after,
        result.code,
        row,
      );
  }
}

const SHORTEN = `update outbound set not_before = ? where seq = ${FIRST} and state = 0 and not_before > ?
  and code in (${SHORTENED_PAUSES.map((code) => `'${code}'`).join(", ")})`;
export const shortenPause = (sql: Sql, conversation: string, until: number): boolean =>
  sql.run(SHORTEN, until, conversation, until) > 0;
