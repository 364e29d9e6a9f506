import { randomBytes } from "node:crypto";
import type { Contact, InboundMessage, Receipt } from "../../message.ts";
import type { Vault } from "../../privacy/vault.ts";
import { contactName, inboundName } from "../names.ts";
import type { Inbox } from "../store.ts";
import { monotonic } from "./clock.ts";
import { outboundRank, RESEND_PAUSE } from "./outbox.ts";
import { DEAD } from "./schema.ts";
import type { SharedCommit, Sql } from "./shared-commit.ts";

const RESENDS = 5;

type Prepared = {
  key: string;
  identity: string;
  aliases: string[];
  made: { id: string; contact: Contact };
  order: number;
  sealed: Buffer;
};

/** Receiving: identities, messages once each, receipts. */
export function sqliteInbox(shared: SharedCommit, vault: Vault): Inbox {
  const known = (sql: Sql, identity: string) =>
    sql.get(
      "select c.id, c.reachable from identity i join conversation c on c.id = i.conversation where i.key = ?",
      identity,
    );
  const point = (sql: Sql, identity: string, conversation: string) =>
    sql.run(
      "insert into identity values (?, ?) on conflict (key) do update set conversation = excluded.conversation where conversation <> excluded.conversation",
      identity,
      conversation,
    );

  /** The chat of a contact under any of its addresses, made when it is new; one whose citizen writes can be reached. */
  function conversationOf(sql: Sql, { identity, aliases, made }: Prepared): string {
    const own = known(sql, identity);
    const found = own ?? aliases.map((alias) => known(sql, alias)).find((row) => row !== undefined);
    const id = String(found?.id ?? made.id);
    if (found?.reachable === 0) sql.run("update conversation set reachable = 1 where id = ?", id);
    if (!found) {
      const { channel, account } = made.contact;
      const sealed = vault.seal(made.contact, `contact ${id}`);
      sql.run(
        "insert into conversation (id, channel, account, contact) values (?, ?, ?, ?)",
        id,
        channel,
        account,
        sealed,
      );
    } else if (!own) {
      sql.run("update conversation set contact = ? where id = ?", vault.seal(made.contact, `contact ${id}`), id);
    }
    if (!own) point(sql, identity, id);
    for (const alias of aliases) point(sql, alias, id);
    return id;
  }

  const prepare = (message: InboundMessage): Prepared => {
    const { contact, aliases = [] } = message;
    const key = inboundName(vault, contact, message.id);
    return {
      key,
      identity: contactName(vault, contact),
      aliases: aliases.map((address) => contactName(vault, { ...contact, address })),
      made: { id: randomBytes(16).toString("base64url"), contact },
      order: message.order,
      sealed: vault.seal(message, `inbound ${key}`),
    };
  };

  return {
    async recordInbound(messages) {
      const prepared = messages.map(prepare);
      const at = Date.now();
      return shared.write((sql) =>
        prepared.map((one) => {
          const { key, made, order, sealed } = one;
          const conversation = conversationOf(sql, one);
          const written = sql.run(
            "insert into inbound (key, conversation, channel, ord, sealed, recorded_at) values (?, ?, ?, ?, ?, ?) on conflict do nothing",
            key,
            conversation,
            made.contact.channel,
            order,
            sealed,
            at,
          );
          if (written === 1) {
            sql.run("update outbound set state = 0, not_before = 0 where conversation = ? and state = 2", conversation);
          }
          return { key, conversation, fresh: written === 1 };
        }),
      );
    },

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

    async recordReceipts(receipts) {
      const rows = receipts.map((receipt) => ({
        ...receipt,
        platform: inboundName(vault, receipt, receipt.platformId),
      }));
      await shared.write((sql) => {
        for (const row of rows) applyReceipt(sql, row);
      });
    },

    async setReachable(contact, reachable) {
      const identity = contactName(vault, contact);
      await shared.write((sql) =>
        sql.run(
          "update conversation set reachable = ? where id = (select conversation from identity where key = ?)",
          reachable ? 1 : 0,
          identity,
        ),
      );
    },

    async moveContact(contact, address) {
      const moved = { ...contact, address };
      await shared.write((sql) => {
        const row = sql.get("select conversation from identity where key = ?", contactName(vault, contact));
        if (!row) return;
        const id = String(row.conversation);
        sql.run("update conversation set contact = ? where id = ?", vault.seal(moved, `contact ${id}`), id);
        sql.run(
          "insert into identity values (?, ?) on conflict (key) do update set conversation = excluded.conversation",
          contactName(vault, moved),
          id,
        );
      });
    },
  };
}

/**
 * Moves one sent message. Its receipt may come before the platform's own answer (`sending`), and after an attempt whose
 * end we never saw (`pending` again, `unknown`): then it has arrived and is not sent a second time.
 */
function applyReceipt(sql: Sql, { outboundId, platform, state, error }: Receipt & { platform: string }): void {
  const name = outboundId ?? platform;
  const which = outboundId ? "id = ?" : "platform = ?";
  if (state !== "failed") {
    const rank = outboundRank(state);
    sql.run(
      `update outbound set state = ?, ended_at = coalesce(ended_at, ?) where ${which} and (state in (0, 1, 7) or state between 3 and ?)`,
      rank,
      Date.now(),
      name,
      rank - 1,
    );
    return;
  }
  const sent = `${which} and state in (1, 3)`;
  const code = error?.code ?? "CHANNEL_REJECTED";
  if (code === "WINDOW_CLOSED") {
    sql.run(`update outbound set state = 2, code = ?, ended_at = null where ${sent}`, code, name);
  } else if (code === "CHANNEL_BUSY" || code === "CONTACT_BUSY") {
    const pause = monotonic() + RESEND_PAUSE;
    const again = sql.run(
      `update outbound set state = 0, code = ?, ended_at = null, not_before = ? where ${sent} and attempts < ? and mass = 0`,
      code,
      pause,
      name,
      RESENDS,
    );
    if (again === 0) sql.run(`update outbound set state = 6, code = ? where ${sent}`, code, name);
  } else {
    sql.run(`update outbound set state = 6, code = ? where ${sent}`, code, name);
  }
}
