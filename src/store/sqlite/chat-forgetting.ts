import type { ChatData } from "../ports/chat-data.ts";
import type { SharedCommit } from "./shared-commit.ts";

type Forgetting = Pick<ChatData, "markForgotten" | "forgottenChats" | "eraseChat" | "eraseContact">;

export const sqliteForgetting = (shared: SharedCommit): Forgetting => ({
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
      const candidates = sql.run("delete from candidate where conversation = ? and at <= ?", conversation, until);
      sql.run(
        `update conversation set session = null, strip_at = null where id = ?
             and not exists (select 1 from inbound where conversation = ? and recorded_at > ?)`,
        conversation,
        conversation,
        until,
      );
      return said + answered + candidates;
    }),

  eraseContact: (conversation) =>
    shared.write((sql) => {
      const chat = sql.get("select forget_at from conversation where id = ?", conversation);
      if (!chat || chat.forget_at === null) return false;
      const came = "select 1 from inbound where conversation = ? and recorded_at > ? limit 1";
      if (sql.get(came, conversation, chat.forget_at ?? 0)) {
        sql.run("update conversation set forget_at = null where id = ?", conversation);
        return false;
      }
      if (sql.get("select 1 from inbound where conversation = ? limit 1", conversation)) return false;
      if (sql.get("select 1 from outbound where conversation = ? and ended_at is null limit 1", conversation)) {
        return false;
      }
      sql.run("delete from outbound where conversation = ?", conversation);
      sql.run("delete from candidate where conversation = ?", conversation);
      sql.run("delete from identity where conversation = ?", conversation);
      sql.run("delete from conversation where id = ?", conversation);
      return true;
    }),
});
