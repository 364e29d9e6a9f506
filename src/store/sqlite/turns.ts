import type { Calendar } from "../../complaints/deadline.ts";
import { AppError } from "../../errors.ts";
import { Contact, InboundMessage } from "../../message.ts";
import type { Vault } from "../../privacy/vault.ts";
import { replyId } from "../names.ts";
import type { OpenTurn, TurnResult, Turns } from "../store.ts";
import { HOLDER, monotonic } from "./clock.ts";
import { insertOutbound, sealedOutbound } from "./outbox.ts";
import { DEAD, HANDLED } from "./schema.ts";
import type { Row, SharedCommit, Sql } from "./shared-commit.ts";
import { addToTicket, insertTicket } from "./tickets.ts";

/** Longer than any turn: a turn that loses its lease is refused at commit. */
const LEASE = 15_000;

/** One turn at a time per conversation: lease, fence, commit. */
export function sqliteTurns(shared: SharedCommit, vault: Vault, calendar: Calendar): Turns {
  type Opened = { row: Row; message: Row; fence: number };

  function firstPending(sql: Sql, conversation: string): Row | undefined {
    const message = sql.get(
      "select key, sealed, attempts, recorded_at from inbound where conversation = ? and state = 0 order by ord, seq limit 1",
      conversation,
    );
    if (message) sql.run("update inbound set attempts = attempts + 1 where key = ?", message.key ?? null);
    return message;
  }

  function opened({ row, message, fence }: Opened): OpenTurn {
    const conversation = String(row.id);
    const key = String(message.key);
    const session = row.session ? vault.open(row.session as Uint8Array, `session ${conversation}`) : undefined;
    return {
      conversation,
      fence,
      contact: Contact.parse(vault.open(row.contact as Uint8Array, `contact ${conversation}`)),
      session,
      key,
      message: InboundMessage.parse(vault.open(message.sealed as Uint8Array, `inbound ${key}`)),
      attempts: Number(message.attempts) + 1,
      recordedAt: Number(message.recorded_at),
    };
  }

  function holds(sql: Sql, { conversation, fence }: OpenTurn): void {
    const row = sql.get("select turn_fence from conversation where id = ?", conversation);
    if (row?.turn_fence !== fence) throw new AppError("LEASE_LOST", "another worker took this conversation");
  }

  return {
    async openTurn(conversation) {
      const found = await shared.write((sql): Opened | undefined => {
        const row = sql.get(
          "select id, contact, session, turn_fence, turn_until from conversation where id = ?",
          conversation,
        );
        if (!row || Number(row.turn_until) > monotonic()) return undefined;
        const message = firstPending(sql, conversation);
        if (!message) return undefined;
        const fence = Number(row.turn_fence) + 1;
        sql.run(
          "update conversation set turn_fence = ?, turn_until = ?, turn_holder = ? where id = ?",
          fence,
          monotonic() + LEASE,
          HOLDER,
          conversation,
        );
        return { row, message, fence };
      });
      return found && opened(found);
    },

    async commitTurn(turn, result) {
      const { conversation, key, fence } = turn;
      const session = vault.seal(result.session, `session ${conversation}`);
      const contact = vault.seal(turn.contact, `contact ${conversation}`);
      const replies = result.replies.map((body, index) =>
        sealedOutbound(vault, conversation, replyId(conversation, key, result.outcome, index), body),
      );
      const masked = result.outcome === "dead" ? undefined : sealedMasked(turn, result);
      const at = Date.now();
      const next = await shared.write((sql) => {
        holds(sql, turn);
        sql.run(
          "update inbound set state = ?, sealed = coalesce(?, sealed), handled_at = ?, reason = ? where key = ?",
          result.outcome === "dead" ? DEAD : HANDLED,
          masked ?? null,
          at,
          result.reason ?? null,
          key,
        );
        for (const reply of replies) insertOutbound(sql, reply, at);
        for (const effect of result.effects) {
          if (effect.type === "open-ticket") insertTicket(sql, vault, calendar, effect.draft);
          else addToTicket(sql, vault, calendar, effect.number, effect.event);
        }
        const message = firstPending(sql, conversation);
        sql.run(
          "update conversation set session = ?, turn_until = ? where id = ?",
          session,
          message ? monotonic() + LEASE : 0,
          conversation,
        );
        return message;
      });
      return next && opened({ row: { id: conversation, contact, session }, message: next, fence });
    },

    async leaveTurn(turn, countAttempt) {
      await shared.write((sql) => {
        const row = sql.get("select turn_fence from conversation where id = ?", turn.conversation);
        if (row?.turn_fence !== turn.fence) return;
        if (!countAttempt) sql.run("update inbound set attempts = max(attempts - 1, 0) where key = ?", turn.key);
        sql.run("update conversation set turn_until = 0 where id = ?", turn.conversation);
      });
    },
  };

  function sealedMasked({ message, key }: OpenTurn, { masked }: TurnResult): Buffer {
    return vault.seal({ ...message, content: masked }, `inbound ${key}`);
  }
}
