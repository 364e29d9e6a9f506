import type { Vault } from "../../privacy/vault.ts";
import { InboundMessage, OutboundBody } from "../../vocabulary/message.ts";
import { openCandidate } from "../candidate-words.ts";
import type { ChatData } from "../ports/chat-data.ts";
import { candidateRow } from "./candidates.ts";
import { sqliteForgetting } from "./chat-forgetting.ts";
import { sqliteSessions } from "./chat-sessions.ts";
import type { SharedCommit } from "./shared-commit.ts";

export const sqliteChatData = (shared: SharedCommit, vault: Vault): ChatData => ({
  ...sqliteSessions(shared, vault),
  ...sqliteForgetting(shared),

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
      missed: shared
        .read((sql) => sql.all("select * from candidate where conversation = ? order by seq", conversation))
        .map((row) => openCandidate(vault, candidateRow(row)))
        .map(({ at, text }) => ({ at, text })),
    };
  },

  async withdrawConsent(conversation) {
    await shared.write((sql) =>
      sql.run(
        "update conversation set withdrawn_at = coalesce(withdrawn_at, ?) where id = ?",
        Date.now(),
        conversation,
      ),
    );
  },
});
