import type { Vault } from "../../privacy/vault.ts";
import { InboundMessage, OutboundBody } from "../../vocabulary/message.ts";
import type { ChatData, StoredSession } from "../ports/chat-data.ts";
import type { Row, SharedCommit } from "./shared-commit.ts";

/** What a person may ask for of their chat, and what resting chats lose. */
export function sqliteChatData(shared: SharedCommit, vault: Vault): ChatData {
  const stored = ({ id, session }: Row): StoredSession => ({
    conversation: String(id),
    session: vault.open(session as Uint8Array, `session ${id}`),
    seal: Buffer.from(session as Uint8Array).toString("base64"),
  });

  return {
    restedSessions: async (limit) =>
      shared
        .read((sql) =>
          sql.all(
            "select id, session from conversation where strip_at <= ? and session is not null order by strip_at limit +?",
            Date.now(),
            limit,
          ),
        )
        .map(stored),

    async sessionOf(conversation) {
      const row = shared.read((sql) => sql.get("select session from conversation where id = ?", conversation));
      return row?.session ? vault.open(row.session as Uint8Array, `session ${conversation}`) : undefined;
    },

    async storedSession(conversation) {
      const row = shared.read((sql) => sql.get("select id, session from conversation where id = ?", conversation));
      return row?.session ? stored(row) : undefined;
    },

    async replaceSession({ conversation, session, seal }, stripAt) {
      const sealed = vault.seal(session, `session ${conversation}`);
      const written = await shared.write((sql) =>
        sql.run(
          "update conversation set session = ?, strip_at = ? where id = ? and session = ?",
          sealed,
          stripAt ?? null,
          conversation,
          Buffer.from(seal, "base64"),
        ),
      );
      return written > 0;
    },

    async chatRecords(conversation) {
      const rows = (table: string, columns: string) =>
        shared.read((sql) =>
          sql.all(`select ${columns} from ${table} where conversation = ? order by seq`, conversation),
        );
      return {
        said: rows("inbound", "key, sealed, recorded_at").flatMap(({ key, sealed, recorded_at }) => {
          const read = InboundMessage.safeParse(vault.open(sealed as Uint8Array, `inbound ${key}`));
          return read.success ? [{ at: Number(recorded_at), content: read.data.content }] : [];
        }),
        answered: rows("outbound", "id, sealed, created_at").map(({ id, sealed, created_at }) => ({
          id: String(id),
          at: Number(created_at),
          text: OutboundBody.parse(vault.open(sealed as Uint8Array, `outbound ${id}`)).text,
        })),
      };
    },

    markForgotten: (conversation) =>
      shared.write((sql) => {
        const row = sql.get(
          "update conversation set forget_at = coalesce(forget_at, ?) where id = ? returning forget_at",
          Date.now(),
          conversation,
        );
        return Number(row?.forget_at ?? 0);
      }),

    forgottenChats: async (limit) =>
      shared
        .read((sql) =>
          sql.all(
            "select id, forget_at from conversation where forget_at is not null order by forget_at limit +?",
            limit,
          ),
        )
        .map(({ id, forget_at }) => ({ conversation: String(id), at: Number(forget_at) })),

    eraseChat: (conversation, until) =>
      shared.write((sql) => {
        const said = sql.run(
          "delete from inbound where conversation = ? and state > 0 and recorded_at <= ?",
          conversation,
          until,
        );
        const answered = sql.run(
          "delete from outbound where conversation = ? and ended_at is not null and created_at <= ?",
          conversation,
          until,
        );
        sql.run(
          `update conversation set session = null, strip_at = null where id = ?
             and not exists (select 1 from inbound where conversation = ? and recorded_at > ?)`,
          conversation,
          conversation,
          until,
        );
        return said + answered;
      }),

    eraseContact: (conversation) =>
      shared.write((sql) => {
        const chat = sql.get("select forget_at from conversation where id = ?", conversation);
        if (!chat || chat.forget_at === null) return false;
        const came = "select 1 from inbound where conversation = ? and recorded_at > ? limit 1";
        if (sql.get(came, conversation, chat.forget_at ?? 0)) {
          sql.run("update conversation set forget_at = null where id = ?", conversation); // they came back
          return false;
        }
        if (sql.get("select 1 from inbound where conversation = ? limit 1", conversation)) return false;
        if (sql.get("select 1 from outbound where conversation = ? and ended_at is null limit 1", conversation)) {
          return false;
        }
        sql.run("delete from outbound where conversation = ?", conversation);
        sql.run("delete from identity where conversation = ?", conversation);
        sql.run("delete from conversation where id = ?", conversation);
        return true;
      }),

    async withdrawConsent(conversation) {
      await shared.write((sql) =>
        sql.run(
          "update conversation set withdrawn_at = coalesce(withdrawn_at, ?) where id = ?",
          Date.now(),
          conversation,
        ),
      );
    },
  };
}
