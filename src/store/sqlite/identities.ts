import type { Row, Sql } from "./shared-commit.ts";

export const findIdentity = (sql: Sql, identity: string): Row | undefined =>
  sql.get(
    "select c.id, c.reachable, c.session from identity i join conversation c on c.id = i.conversation where i.key = ?",
    identity,
  );

export const pointIdentity = (sql: Sql, identity: string, conversation: string): number =>
  sql.run(
    "insert into identity values (?, ?) on conflict (key) do update set conversation = excluded.conversation where conversation <> excluded.conversation",
    identity,
    conversation,
  );
