import type { Receipt } from "../../vocabulary/message.ts";
import type { ChannelTraits } from "../options.ts";
import type { Receipts } from "../ports/receipts.ts";
import { isGivenBack, LONGEST_RESEND_PAUSE, RESEND_PAUSE, RESENT_FOR } from "../resend-pauses.ts";
import { monotonic } from "./clock.ts";
import type { Leases } from "./leases.ts";
import { heardIn, outboundRank } from "./outbound-rows.ts";
import type { SharedCommit, Sql } from "./shared-commit.ts";

const OURS = "id = ? and tracked = 1";
const SENT = `${OURS} and state in (1, 3)`;
/** After one of these codes, the store ignores a later `sent` receipt. */
const GIVEN_BACK =
  "state < 2 and coalesce(code, '') in ('WINDOW_CLOSED', 'CHANNEL_BUSY', 'CONTACT_BUSY', 'CHANNEL_STOPPED')";

/** Returns the chat if the service should send the message again now. */
function applyReceipt(sql: Sql, receipt: Receipt, window: boolean): string | undefined {
  const { outboundId: id, state, error } = receipt;
  if (state !== "failed") {
    const rank = outboundRank(state);
    sql.run(
      `update outbound set state = ?, ended_at = coalesce(ended_at, ?)
       where ${OURS} and (state in (0, 1, 7) or state between 3 and ?) ${state === "sent" ? `and not (${GIVEN_BACK})` : ""}`,
      rank,
      Date.now(),
      id,
      rank - 1,
    );
    return undefined;
  }
  const code = error?.code ?? "CHANNEL_REJECTED";
  if (code === "WINDOW_CLOSED" && window) return putBackMessage(sql, receipt, code);
  const again = isGivenBack(code)
    ? sql.run(
        `update outbound set state = 0, code = ?, ended_at = null,
           not_before = ? + min(? << min(attempts - 1, 20), ?) where ${SENT} and created_at > ? and mass = 0`,
        code,
        monotonic(),
        RESEND_PAUSE,
        LONGEST_RESEND_PAUSE,
        id,
        code === "CHANNEL_STOPPED" ? 0 : Date.now() - RESENT_FOR,
      )
    : 0;
  if (again === 0) sql.run(`update outbound set state = 6, code = ? where ${SENT}`, code, id);
  return undefined;
}

function putBackMessage(sql: Sql, { outboundId: id, at }: Receipt, code: string): string | undefined {
  const row = sql.get(`select conversation, heard_at from outbound where ${SENT}`, id);
  const known = heardIn(row);
  // A receipt from before the citizen's last message is about an earlier attempt.
  if (!row || (known !== null && known > at)) return undefined;
  const conversation = String(row.conversation);
  sql.run("update conversation set heard_at = 0 where id = ? and heard_at is ?", conversation, known);
  sql.run(`update outbound set state = 0, not_before = 0, code = ?, ended_at = null where ${SENT}`, code, id);
  return conversation;
}

export const sqliteReceipts = (shared: SharedCommit, { window }: ChannelTraits, sends: Leases): Receipts => ({
  async recordReceipts(receipts) {
    const again = await shared.write((sql) =>
      receipts.flatMap((receipt) => applyReceipt(sql, receipt, window.has(receipt.channel)) ?? []),
    );
    for (const conversation of again) sends.noteMessage(conversation);
    return again;
  },
});
