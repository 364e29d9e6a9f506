import type { Vault } from "../../privacy/vault.ts";
import { maskNumbers } from "../../register/find-numbers.ts";
import { type HistoryEntry, InboundMessage, OutboundBody } from "../../vocabulary/message.ts";
import { sentWords, shownReply } from "../history-words.ts";
import type { History } from "../ports/history.ts";
import { contactName } from "../record-names.ts";
import type { SharedCommit } from "./shared-commit.ts";

export function sqliteHistory(shared: SharedCommit, vault: Vault): History {
  const findEntries = (table: string, columns: string, conversation: string, limit: number) =>
    shared
      .read((sql) =>
        sql.all(
          `select ${columns} from ${table} where conversation = ? and live = 1 order by seq desc limit +?`,
          conversation,
          limit,
        ),
      )
      .reverse();

  return {
    async history(contact, limit) {
      const name = contactName(vault, contact);
      const row = shared.read((sql) => sql.get("select conversation from identity where key = ?", name));
      if (!row) return [];
      const conversation = String(row.conversation);
      const said = findEntries("inbound", "key, sealed, recorded_at", conversation, limit).map((one): HistoryEntry => {
        const { id, content } = InboundMessage.parse(vault.open(one.sealed as Uint8Array, `inbound ${one.key}`));
        return { id, from: "citizen", text: maskNumbers(sentWords(content)), choices: [], at: Number(one.recorded_at) };
      });
      const answered = findEntries("outbound", "id, sealed, created_at", conversation, limit).map(
        (one): HistoryEntry => {
          const id = String(one.id);
          const body = OutboundBody.parse(vault.open(one.sealed as Uint8Array, `outbound ${id}`));
          return shownReply(id, body, Number(one.created_at));
        },
      );
      return [...said, ...answered].sort((a, b) => a.at - b.at).slice(-limit);
    },
  };
}
