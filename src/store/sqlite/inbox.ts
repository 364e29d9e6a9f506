import { randomBytes } from "node:crypto";
import type { Contact, InboundMessage } from "../../message.ts";
import type { StoreOptions } from "../options.ts";
import { contactName, inboundName } from "../names.ts";
import type { Inbox, Recorded } from "../store.ts";
import { HOLDER, monotonic } from "./clock.ts";
import { traitsOf } from "./outbox.ts";
import { applyReceipt } from "./receipts.ts";
import { DEAD } from "./schema.ts";
import type { Row, SharedCommit, Sql } from "./shared-commit.ts";
import { LEASE, turnFrom } from "./turns.ts";

type Prepared = {
  key: string;
  identity: string;
  aliases: string[];
  message: InboundMessage;
  sealed: Buffer;
};

type Kept = Recorded & { chat?: Row };

/** Receiving: identities, messages once each, receipts. */
export function sqliteInbox(shared: SharedCommit, { vault, traits }: StoreOptions): Inbox {
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
  function conversationOf(sql: Sql, { identity, aliases, message: { contact } }: Prepared): string {
    const own = known(sql, identity);
    const found = own ?? aliases.map((alias) => known(sql, alias)).find((row) => row !== undefined);
    const id = found ? String(found.id) : randomBytes(16).toString("base64url");
    if (found?.reachable === 0) sql.run("update conversation set reachable = 1 where id = ?", id);
    if (!found) insertConversation(sql, id, contact);
    else if (!own) {
      sql.run("update conversation set contact = ? where id = ?", vault.seal(contact, `contact ${id}`), id);
    }
    if (!own) point(sql, identity, id);
    for (const alias of aliases) point(sql, alias, id);
    return id;
  }

  function insertConversation(sql: Sql, id: string, contact: Contact): void {
    sql.run(
      "insert into conversation (id, channel, account, contact) values (?, ?, ?, ?)",
      id,
      contact.channel,
      contact.account,
      vault.seal(contact, `contact ${id}`),
    );
  }

  /** Takes the lease of a chat where nothing waits: its next message can be answered at once. */
  function restingChat(sql: Sql, { identity }: Prepared): Row | undefined {
    const now = monotonic();
    return sql.get(
      `update conversation set turn_fence = turn_fence + 1, turn_until = ?, turn_holder = ?, reachable = 1
       where id = (select conversation from identity where key = ?) and turn_until <= ?
         and not exists (select 1 from inbound where conversation = id and state = 0)
       returning id, session, turn_fence`,
      now + LEASE,
      HOLDER,
      identity,
      now,
    );
  }

  function keep(sql: Sql, one: Prepared, open: boolean, at: number): Kept {
    const { key, sealed, message, aliases } = one;
    const { channel } = message.contact;
    const chat = open && aliases.length === 0 ? restingChat(sql, one) : undefined;
    const conversation = chat ? String(chat.id) : conversationOf(sql, one);
    const written = sql.run(
      "insert into inbound (key, conversation, channel, live, ord, sealed, attempts, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
      key,
      conversation,
      channel,
      traitsOf(traits, channel).live,
      message.order,
      sealed,
      chat ? 1 : 0,
      at,
    );
    const fresh = written === 1;
    if (chat && !fresh) sql.run("update conversation set turn_until = 0 where id = ?", conversation);
    if (fresh && traits.receipts.has(channel)) {
      sql.run("update outbound set state = 0, not_before = 0 where conversation = ? and state = 2", conversation);
    }
    return chat && fresh ? { key, conversation, fresh, chat } : { key, conversation, fresh };
  }

  const prepare = (message: InboundMessage): Prepared => {
    const { contact, aliases = [] } = message;
    const key = inboundName(vault, contact, message.id);
    return {
      key,
      identity: contactName(vault, contact),
      aliases: aliases.map((address) => contactName(vault, { ...contact, address })),
      message,
      sealed: vault.seal(message, `inbound ${key}`),
    };
  };

  return {
    async recordInbound(messages, open = false) {
      const prepared = messages.map(prepare);
      const at = Date.now();
      const kept = await shared.write((sql) => prepared.map((one) => keep(sql, one, open, at)));
      return kept.map(({ chat, ...recorded }, index) => {
        const message = messages[index];
        if (!chat || !message) return recorded;
        return {
          ...recorded,
          turn: { ...turnFrom(vault, chat, message.contact), key: recorded.key, message, attempts: 1, recordedAt: at },
        };
      });
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
      await shared.write((sql) => {
        for (const receipt of receipts) applyReceipt(sql, receipt);
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
        const row = known(sql, contactName(vault, contact));
        if (!row) return;
        const id = String(row.id);
        sql.run("update conversation set contact = ? where id = ?", vault.seal(moved, `contact ${id}`), id);
        point(sql, contactName(vault, moved), id);
      });
    },
  };
}
