import type { CandidateDraft } from "../../effects/effect.ts";
import type { Vault } from "../../privacy/vault.ts";
import { type CandidateRow, candidateId, openCandidate, sealCandidate, sealLabelled } from "../candidate-words.ts";
import { type Candidates, MOST_CANDIDATES } from "../ports/candidates.ts";
import type { Row, SharedCommit, Sql } from "./shared-commit.ts";

/** `labelled` is 1 after an officer has reworded the message. */
export const CANDIDATE_SCHEMA = `
create table candidate (
  seq integer primary key, id text not null unique, conversation text not null, district text not null,
  at integer not null, chosen text, labelled integer not null default 0, sealed blob not null
);
create index candidate_chat on candidate (conversation);
`;

export const candidateRow = ({ id, district, at, chosen, sealed }: Row): CandidateRow => ({
  id: String(id),
  district: String(district),
  at: Number(at),
  chosen: chosen === null ? null : String(chosen),
  sealed: sealed as Uint8Array,
});

/** Runs in a turn's transaction. */
export function keepCandidate(sql: Sql, vault: Vault, draft: CandidateDraft): void {
  const { conversation, district } = draft;
  const id = candidateId(vault, draft);
  sql.run(
    "insert into candidate (id, conversation, district, at, sealed) values (?, ?, ?, ?, ?) on conflict (id) do nothing",
    ...[id, conversation, district, Date.now(), sealCandidate(vault, id, draft)],
  );
  sql.run(
    `delete from candidate where conversation = ? and seq <
       (select seq from candidate where conversation = ? order by seq desc limit 1 offset ?)`,
    conversation,
    conversation,
    MOST_CANDIDATES - 1,
  );
}

export const noteCandidateChoice = (sql: Sql, conversation: string, chosen: string): number =>
  sql.run(
    `update candidate set chosen = ?
     where seq = (select max(seq) from candidate where conversation = ?) and chosen is null`,
    chosen,
    conversation,
  );

export const sqliteCandidates = (shared: SharedCommit, vault: Vault): Candidates => ({
  async candidates({ district, labelled = false, limit }) {
    const rows = shared.read((sql) =>
      sql.all(
        "select * from candidate where labelled >= ? and district = coalesce(?, district) order by seq desc limit +?",
        Number(labelled),
        district ?? null,
        limit,
      ),
    );
    return rows.map((row) => openCandidate(vault, candidateRow(row)));
  },

  async candidate(id) {
    const row = shared.read((sql) => sql.get("select * from candidate where id = ?", id));
    return row && openCandidate(vault, candidateRow(row));
  },

  labelCandidate: (id, labelled) =>
    shared.write((sql) => {
      const row = sql.get("select * from candidate where id = ?", id);
      if (!row) return false;
      const sealed = sealLabelled(vault, candidateRow(row), labelled);
      sql.run("update candidate set sealed = ?, labelled = 1 where id = ?", sealed, id);
      return true;
    }),

  dropCandidate: async (id) => (await shared.write((sql) => sql.run("delete from candidate where id = ?", id))) > 0,
});
