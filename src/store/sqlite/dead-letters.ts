import type { Vault } from "../../privacy/vault.ts";
import { InboundMessage } from "../../vocabulary/message.ts";
import type { DeadLetter, DeadLetters } from "../ports/dead-letters.ts";
import { inboundName } from "../record-names.ts";
import type { Leases } from "./leases.ts";
import { DEAD } from "./schema.ts";
import type { SharedCommit } from "./shared-commit.ts";

export const sqliteDeadLetters = (shared: SharedCommit, vault: Vault, turnLeases: Leases): DeadLetters => ({
  async recordUnreadable({ channel, account }, id, raw, reason) {
    const key = inboundName(vault, { channel, account }, `unreadable ${id}`);
    const sealed = vault.seal({ raw }, `inbound ${key}`);
    const at = Date.now();
    await shared.write((sql) =>
      sql.run(
        "insert into inbound (key, channel, ord, sealed, state, recorded_at, handled_at, reason) values (?, ?, 0, ?, ?, ?, ?, ?) on conflict do nothing",
        key,
        channel,
        sealed,
        DEAD,
        at,
        at,
        reason,
      ),
    );
  },

  deadLetters: async (limit) =>
    shared
      .read((sql) => sql.all("select * from inbound where state = 2 order by seq limit +?", limit))
      .map(
        (row): DeadLetter => ({
          key: String(row.key),
          channel: String(row.channel),
          reason: String(row.reason ?? ""),
          at: Number(row.handled_at ?? row.recorded_at),
          attempts: Number(row.attempts),
          ...(row.conversation ? { conversation: String(row.conversation) } : {}),
        }),
      ),

  dropDeadLetter: (key) =>
    shared.write((sql) => sql.run("delete from inbound where key = ? and state = ?", key, DEAD) > 0),

  async retryDeadLetter(key) {
    const row = shared.read((sql) =>
      sql.get("select conversation, sealed from inbound where key = ? and state = 2", key),
    );
    if (!row?.conversation) return undefined;
    if (!InboundMessage.safeParse(vault.open(row.sealed as Uint8Array, `inbound ${key}`)).success) return undefined;
    await shared.write((sql) =>
      sql.run(
        "update inbound set state = 0, attempts = 0, not_before = 0, handled_at = null, reason = null where key = ? and state = 2",
        key,
      ),
    );
    turnLeases.noteMessage(String(row.conversation));
    return String(row.conversation);
  },
});
