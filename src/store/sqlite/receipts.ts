import type { Receipt } from "../../message.ts";
import { monotonic } from "./clock.ts";
import { outboundRank, RESEND_PAUSE } from "./outbox.ts";
import type { Sql } from "./shared-commit.ts";

/** How often a message is sent again that its platform took and then gave back. */
const RESENDS = 5;
const OURS = "id = ? and tracked = 1";
const SENT = `${OURS} and state in (1, 3)`;

/**
 * Moves one sent message. Its receipt may come before the platform's own answer (`sending`), and after an attempt whose
 * end we never saw (`pending` again, `unknown`): then it has arrived and is not sent a second time.
 */
export function applyReceipt(sql: Sql, { outboundId: id, state, error }: Receipt): void {
  if (state !== "failed") {
    const rank = outboundRank(state);
    sql.run(
      `update outbound set state = ?, ended_at = coalesce(ended_at, ?)
       where ${OURS} and (state in (0, 1, 7) or state between 3 and ?)`,
      rank,
      Date.now(),
      id,
      rank - 1,
    );
    return;
  }
  const code = error?.code ?? "CHANNEL_REJECTED";
  if (code === "WINDOW_CLOSED") {
    sql.run(`update outbound set state = 2, code = ?, ended_at = null where ${SENT}`, code, id);
    return;
  }
  const isBusy = code === "CHANNEL_BUSY" || code === "CONTACT_BUSY";
  const again = isBusy
    ? sql.run(
        `update outbound set state = 0, code = ?, ended_at = null, not_before = ? where ${SENT} and attempts < ? and mass = 0`,
        code,
        monotonic() + RESEND_PAUSE,
        id,
        RESENDS,
      )
    : 0;
  if (again === 0) sql.run(`update outbound set state = 6, code = ? where ${SENT}`, code, id);
}
