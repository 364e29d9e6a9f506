import { AppError } from "../../errors.ts";
import { Contact, InboundMessage } from "../../message.ts";
import type { Vault } from "../../privacy/vault.ts";
import type { StoreOptions } from "../options.ts";
import { replyId } from "../names.ts";
import type { Committed, OpenTurn, TurnResult, Turns } from "../store.ts";
import { HOLDER, monotonic } from "./clock.ts";
import { insertReplies, sealedOutbound } from "./outbox.ts";
import { DEAD, HANDLED } from "./schema.ts";
import type { Row, SharedCommit, Sql } from "./shared-commit.ts";
import { addToTicket, insertTicket } from "./tickets.ts";

/** Ms; longer than any turn: a turn that loses its lease is refused at commit. */
export const LEASE = 15_000;

/** What a held conversation's row tells of a turn; `contact` where it is known already. */
export function turnFrom(
  vault: Vault,
  row: Row,
  contact?: Contact,
): Pick<OpenTurn, "conversation" | "fence" | "contact" | "session"> {
  const conversation = String(row.id);
  return {
    conversation,
    fence: Number(row.turn_fence),
    contact: contact ?? Contact.parse(vault.open(row.contact as Uint8Array, `contact ${conversation}`)),
    session: row.session ? vault.open(row.session as Uint8Array, `session ${conversation}`) : undefined,
  };
}

/** Opens the first pending message and counts the attempt. */
const firstPending = (sql: Sql, conversation: string): Row | undefined =>
  sql.get(
    `update inbound set attempts = attempts + 1
     where seq = (select seq from inbound where conversation = ? and state = 0 order by ord, seq limit 1)
     returning key, sealed, attempts, recorded_at`,
    conversation,
  );

/** One turn at a time per conversation: lease, fence, commit. */
export function sqliteTurns(shared: SharedCommit, { vault, calendar, traits }: StoreOptions): Turns {
  function opened(chat: Pick<OpenTurn, "conversation" | "fence" | "contact" | "session">, message: Row): OpenTurn {
    const key = String(message.key);
    return {
      ...chat,
      key,
      message: InboundMessage.parse(vault.open(message.sealed as Uint8Array, `inbound ${key}`)),
      attempts: Number(message.attempts),
      recordedAt: Number(message.recorded_at),
    };
  }

  /** `null` leaves the value as it is: for a dead letter, and where nothing had to be masked. */
  const sealedMasked = ({ message, key }: OpenTurn, { masked, outcome }: TurnResult): Buffer | null =>
    outcome === "dead" || masked === message.content
      ? null
      : vault.seal({ ...message, content: masked }, `inbound ${key}`);

  return {
    async openTurn(conversation) {
      const found = await shared.write((sql): { row: Row; message: Row } | undefined => {
        const now = monotonic();
        const row = sql.get(
          `update conversation set turn_fence = turn_fence + 1, turn_until = ?, turn_holder = ?
           where id = ? and turn_until <= ? returning id, contact, session, turn_fence`,
          now + LEASE,
          HOLDER,
          conversation,
          now,
        );
        const message = row && firstPending(sql, conversation);
        if (row && message) return { row, message };
        if (row) sql.run("update conversation set turn_until = 0 where id = ?", conversation);
        return undefined;
      });
      return found && opened(turnFrom(vault, found.row), found.message);
    },

    async commitTurn(turn, result, open = false) {
      const { conversation, key, fence } = turn;
      const session = vault.seal(result.session, `session ${conversation}`);
      const replies = result.replies.map((body, index) =>
        sealedOutbound(vault, conversation, replyId(conversation, key, result.outcome, index), body),
      );
      const masked = sealedMasked(turn, result);
      const state = result.outcome === "dead" ? DEAD : HANDLED;
      const at = Date.now();
      const done = await shared.write((sql): { message: Row | undefined; send: Row | undefined } => {
        const held = sql.run(
          "update conversation set session = ?, turn_until = 0 where id = ? and turn_fence = ? and turn_until > 0",
          session,
          conversation,
          fence,
        );
        if (held === 0) throw new AppError("LEASE_LOST", "another worker took this conversation");
        sql.run(
          "update inbound set state = ?, sealed = coalesce(?, sealed), handled_at = ?, reason = ? where key = ?",
          state,
          masked,
          at,
          result.reason ?? null,
          key,
        );
        for (const effect of result.effects) {
          if (effect.type === "open-ticket") insertTicket(sql, vault, calendar, effect.draft);
          else addToTicket(sql, vault, calendar, effect.number, effect.event);
        }
        const send = insertReplies(sql, replies, traits, turn.contact.channel, { at, open });
        const message = firstPending(sql, conversation);
        if (message) sql.run("update conversation set turn_until = ? where id = ?", monotonic() + LEASE, conversation);
        return { message, send };
      });
      const committed: Committed = {};
      const { message, send } = done;
      if (message) {
        committed.next = opened({ conversation, fence, contact: turn.contact, session: result.session }, message);
      }
      const [body] = result.replies;
      const [reply] = replies;
      if (send && body && reply) {
        const to = turn.contact;
        const attempt = { attempts: 1, unknown: 0, createdAt: at };
        committed.send = {
          conversation,
          fence: Number(send.send_fence),
          message: { ...body, id: reply.id, to },
          ...attempt,
        };
      }
      return committed;
    },

    async leaveTurn({ conversation, fence, key }, countAttempt) {
      await shared.write((sql) => {
        const held = sql.run(
          "update conversation set turn_until = 0 where id = ? and turn_fence = ?",
          conversation,
          fence,
        );
        if (held === 1 && !countAttempt) {
          sql.run("update inbound set attempts = max(attempts - 1, 0) where key = ?", key);
        }
      });
    },
  };
}
