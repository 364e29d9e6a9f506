import type { Upkeep } from "../ports/upkeep.ts";
import { monotonic, type WorkLock } from "./clock.ts";
import type { SharedCommit } from "./shared-commit.ts";

/** A transaction that drops more rows would delay messages. */
const AT_ONCE = 500;

/** The rows of these tables are in the order of writing. */
const RECORDS = [
  { table: "inbound", recorded: "recorded_at", ended: "case when state = 1 then handled_at end" },
  { table: "outbound", recorded: "created_at", ended: "ended_at" },
] as const;
const LOOSE = [
  "delete from reserved where key in (select key from reserved where reserved_at < ?1 limit +?2)",
  "delete from counter where key in (select key from counter where until < ?1 limit +?2)",
];

const CHANGES =
  "delete from change where seq in (select seq from (select seq, at from change order by seq limit +?2) where at < ?1)";
const DEAD_LETTERS =
  "delete from inbound where seq in (select seq from inbound where state = 2 and coalesce(handled_at, recorded_at) < ?1 limit +?2)";
const CANDIDATES = "delete from candidate where seq in (select seq from candidate where at < ?1 limit +?2)";
const EXPIRING = [
  {
    of: "messages",
    query: "select count(*) as count, min(handled_at) as oldest from inbound where state = 1 and handled_at < ?",
  },
  { of: "replies", query: "select count(*) as count, min(ended_at) as oldest from outbound where ended_at < ?" },
  {
    of: "dead letters",
    query:
      "select count(*) as count, min(coalesce(handled_at, recorded_at)) as oldest from inbound where state = 2 and coalesce(handled_at, recorded_at) < ?",
  },
  {
    of: "reserved numbers",
    query: "select count(*) as count, min(reserved_at) as oldest from reserved where reserved_at < ?",
  },
  { of: "counters", query: "select count(*) as count, min(until) as oldest from counter where until < ?" },
  { of: "changes of tickets", query: "select count(*) as count, min(at) as oldest from change where at < ?" },
  { of: "messages not understood", query: "select count(*) as count, min(at) as oldest from candidate where at < ?" },
] as const;

async function dropInSteps(shared: SharedCommit, statement: string, before: number): Promise<number> {
  let dropped = 0;
  for (let gone = AT_ONCE; gone === AT_ONCE; dropped += gone)
    gone = await shared.write((sql) => sql.run(statement, before, AT_ONCE));
  return dropped;
}

async function expireRecords(
  shared: SharedCommit,
  before: number,
  { table, recorded, ended }: (typeof RECORDS)[number],
): Promise<number> {
  let dropped = 0;
  for (let seq = -1; ; ) {
    const rows = shared.read((sql) =>
      sql.all(
        `select seq, ${recorded} as recorded, ${ended} as ended from ${table} where seq > ? order by seq limit +?`,
        seq,
        AT_ONCE,
      ),
    );
    const old = rows.filter((row) => row.ended !== null && Number(row.ended) < before).map((row) => Number(row.seq));
    if (old.length > 0) {
      const list = JSON.stringify(old);
      dropped += await shared.write((sql) =>
        sql.run(`delete from ${table} where seq in (select value from json_each(?))`, list),
      );
    }
    const last = rows.at(-1);
    if (!last || rows.length < AT_ONCE || Number(last.recorded) >= before) return dropped;
    seq = Number(last.seq);
  }
}

/** SQLite takes the other columns from the row with the lowest `seq`. */
const FIRST_UNSENT =
  "select conversation, min(seq), not_before, created_at from outbound where state < 2 group by conversation";

type Parts = {
  shared: SharedCommit;
  lock: WorkLock;
  closeRegister: () => Promise<void>;
};

export function sqliteUpkeep({ shared, lock, closeRegister }: Parts): Upkeep {
  return {
    async waiting(limit, age = 0) {
      const now = Date.now();
      return shared.read((sql) => ({
        inbound: sql
          .all(
            "select distinct conversation from inbound where state = 0 and not_before <= ? and recorded_at not between ? and ? limit +?",
            monotonic(),
            now - age + 1,
            now,
            limit,
          )
          .map((row) => String(row.conversation)),
        outbound: sql
          .all(
            `select conversation from (${FIRST_UNSENT}) where not_before <= ? and created_at not between ? and ? limit +?`,
            monotonic(),
            now - age + 1,
            now,
            limit,
          )
          .map((row) => String(row.conversation)),
        complaints: sql
          .all(
            `select number from (select number, opened_at from ticket where news = 1
               union select number, opened_at from ticket where remind_at <= ?) order by opened_at limit +?`,
            now,
            limit,
          )
          .map((row) => String(row.number)),
        media: sql
          .all("select number from ticket where files = 1 order by opened_at limit +?", limit)
          .map((row) => String(row.number)),
      }));
    },

    async backlog() {
      const row = shared.read((sql) =>
        sql.get(
          `select (select count(*) from inbound where state = 0) as inbound, (select count(*) from inbound where state = 2) as dead,
             (select count(*) from outbound where state < 2) as outbound,
             (select min(created_at) from outbound where state < 2) as oldest,
             (select min(recorded_at) from inbound where state = 0) as unanswered`,
        ),
      );
      const since = (at: unknown) => (at ? Math.max(Date.now() - Number(at), 0) : 0);
      return {
        inbound: Number(row?.inbound),
        outbound: Number(row?.outbound),
        oldest: since(row?.oldest),
        unanswered: since(row?.unanswered),
        dead: Number(row?.dead),
      };
    },

    async expire(age, deadAge, changeAge, candidateAge) {
      const now = Date.now();
      let dropped = 0;
      const terms = [
        [DEAD_LETTERS, deadAge],
        [CHANGES, changeAge],
        [CANDIDATES, candidateAge],
      ] as const;
      for (const [statement, kept] of terms)
        if (kept !== undefined) dropped += await dropInSteps(shared, statement, now - kept);
      for (const table of RECORDS) dropped += await expireRecords(shared, now - age, table);
      for (const statement of LOOSE) dropped += await dropInSteps(shared, statement, now - age);
      return dropped;
    },

    async expiring(age, deadAge, changeAge, candidateAge) {
      const now = Date.now();
      const ages: Record<string, number> = {
        "dead letters": deadAge,
        "changes of tickets": changeAge,
        "messages not understood": candidateAge,
      };
      return shared.read((sql) =>
        EXPIRING.map(({ of, query }) => {
          const row = sql.get(query, now - (ages[of] ?? age));
          const count = Number(row?.count ?? 0);
          return { of, count, ...(row?.oldest ? { oldest: Number(row.oldest) } : {}) };
        }),
      );
    },

    async check() {
      await shared.write((sql) => sql.get("select 1"));
    },

    async close() {
      await shared.close();
      await closeRegister();
      lock.close();
    },
  };
}
