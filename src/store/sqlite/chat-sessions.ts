import type { Vault } from "../../privacy/vault.ts";
import type { ChatData, StoredSession } from "../ports/chat-data.ts";
import type { Row, SharedCommit } from "./shared-commit.ts";

type Sessions = Pick<ChatData, "restedSessions" | "sessionOf" | "storedSession" | "replaceSession">;

export function sqliteSessions(shared: SharedCommit, vault: Vault): Sessions {
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
  };
}
