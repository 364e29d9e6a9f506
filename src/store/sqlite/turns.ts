import { defined } from "../../defined.ts";
import { applyEffect } from "../../effects/index.ts";
import type { Vault } from "../../privacy/vault.ts";
import { AppError } from "../../vocabulary/errors.ts";
import { Contact, InboundMessage } from "../../vocabulary/message.ts";
import type { StoreOptions } from "../options.ts";
import type { Committed, OpenTurn, TurnResult, Turns } from "../ports/turns.ts";
import { replyId } from "../record-names.ts";
import { keepCandidate, noteCandidateChoice } from "./candidates.ts";
import { monotonic } from "./clock.ts";
import type { AllLeases, Lease } from "./leases.ts";
import { type Begin, heardIn, insertReplies, sealedOutbound, traitsOf } from "./outbound-rows.ts";
import { restChat, restWithFirst } from "./rests.ts";
import { DEAD, HANDLED } from "./schema.ts";
import type { Row, SharedCommit, Sql } from "./shared-commit.ts";
import { addToTicket, insertTicket } from "./tickets.ts";

export function turnFrom(
  vault: Vault,
  row: Row,
  { fence }: Lease,
  contact?: Contact,
): Pick<OpenTurn, "conversation" | "fence" | "contact" | "session"> {
  const conversation = String(row.id);
  return {
    conversation,
    fence,
    contact: contact ?? Contact.parse(vault.open(row.contact as Uint8Array, `contact ${conversation}`)),
    session: row.session ? vault.open(row.session as Uint8Array, `session ${conversation}`) : undefined,
  };
}

const openFirstPending = (sql: Sql, conversation: string, now: number): Row | undefined =>
  sql.get(
    `update inbound set attempts = attempts + 1
     where seq = (select seq from inbound where conversation = ? and state = 0 order by ord, seq limit 1) and not_before <= ?
     returning seq, key, sealed, attempts, recorded_at`,
    conversation,
    now,
  );
/** As `now`, this value also opens messages that rest. */
const WHENEVER = Number.MAX_SAFE_INTEGER;

const SESSION = "update conversation set session = ?, strip_at = ? where id = ?";

type Parts = Pick<StoreOptions, "vault" | "calendar" | "traits"> & AllLeases & { shared: SharedCommit };

export function sqliteTurns(shared: SharedCommit, { vault, calendar, traits }: StoreOptions, leases: AllLeases): Turns {
  const parts: Parts = { shared, vault, calendar, traits, ...leases };
  return {
    openTurn: (conversation) => openTurn(parts, conversation),
    commitTurn: (turn, result, open = false) => commitTurn(parts, turn, result, open),
    behind: async (turn) => waitingBehind(parts, turn),
    leaveTurn: (turn, countAttempt) => leaveTurn(parts, turn, countAttempt),
    restTurn: (turn, rest) => leaveTurn(parts, turn, false, rest),
  };
}

async function openTurn({ shared, vault, turns }: Parts, conversation: string): Promise<OpenTurn | undefined> {
  const lease = turns.take(conversation);
  if (!lease) return undefined;
  const found = await shared
    .write((sql): { row: Row; message: Row } | undefined => {
      const row = sql.get("select id, contact, session from conversation where id = ?", conversation);
      const message = row && openFirstPending(sql, conversation, monotonic());
      if (row && !message) restWithFirst(sql, conversation);
      return row && message && { row, message };
    })
    .catch((error: unknown) => {
      lease.leave();
      throw error;
    });
  if (!found) {
    lease.leave();
    return undefined;
  }
  lease.row = Number(found.message.seq);
  return openedTurn(vault, turnFrom(vault, found.row, lease), found.message);
}

function openedTurn(
  vault: Vault,
  chat: Pick<OpenTurn, "conversation" | "fence" | "contact" | "session">,
  message: Row,
): OpenTurn {
  const key = String(message.key);
  return {
    ...chat,
    key,
    message: InboundMessage.parse(vault.open(message.sealed as Uint8Array, `inbound ${key}`)),
    attempts: Number(message.attempts),
    recordedAt: Number(message.recorded_at),
  };
}

type Sealed = {
  session: Buffer;
  /** `null` keeps the stored message unchanged. */
  masked: Buffer | null;
  replies: ReturnType<typeof sealedOutbound>[];
};

function sealedResult(vault: Vault, { conversation, key, message }: OpenTurn, result: TurnResult): Sealed {
  const { masked, outcome } = result;
  return {
    session: vault.seal(result.session, `session ${conversation}`),
    replies: result.replies.map((body, index) =>
      sealedOutbound(vault, conversation, replyId(conversation, key, outcome, index), body),
    ),
    masked: outcome === "dead" || !masked ? null : vault.seal({ ...message, content: masked }, `inbound ${key}`),
  };
}

async function commitTurn(parts: Parts, turn: OpenTurn, result: TurnResult, open: boolean): Promise<Committed> {
  const { shared, vault, turns, sends } = parts;
  const { conversation, fence, contact } = turn;
  const sealed = sealedResult(vault, turn, result);
  const begin: Begin = { sends: open ? sends : undefined, at: Date.now(), heardAt: null };
  const message = await shared
    .write((sql) => writeResult(parts, sql, turn, result, sealed, begin))
    .catch((error: unknown) => {
      begin.lease?.leave();
      throw error;
    });
  const committed: Committed = {};
  const lease = turns.findHeld(conversation, fence);
  if (lease && message) {
    turns.renew(lease);
    lease.row = Number(message.seq);
    committed.next = openedTurn(vault, { conversation, fence, contact, session: result.session }, message);
  } else if (lease) lease.leave();
  const [body] = result.replies;
  const [reply] = sealed.replies;
  if (begin.lease && body && reply) {
    committed.send = {
      conversation,
      fence: begin.lease.fence,
      message: { ...body, id: reply.id, to: contact },
      attempts: 1,
      unknown: 0,
      age: 0,
      ...(begin.heardAt === null ? {} : { heardAt: begin.heardAt }),
    };
  }
  return committed;
}

function writeResult(
  { vault, calendar, traits, turns }: Parts,
  sql: Sql,
  { conversation, key, fence, contact }: OpenTurn,
  result: TurnResult,
  { session, masked, replies }: Sealed,
  begin: Begin,
): Row | undefined {
  const lease = turns.findHeld(conversation, fence);
  if (!lease) throw new AppError("LEASE_LOST", "another worker took this conversation");
  const rowTraits = traitsOf(traits, contact.channel);
  const strip = result.stripAt ?? null;
  if (rowTraits.window) {
    begin.heardAt = heardIn(sql.get(`${SESSION} returning heard_at`, session, strip, conversation));
  } else sql.run(SESSION, session, strip, conversation);
  sql.run(
    `update inbound set state = ?1, attempts = attempts - (?1 = ${DEAD}), sealed = coalesce(?2, sealed),
       handled_at = ?3, reason = ?4 where seq = ?5 and key = ?6`,
    result.outcome === "dead" ? DEAD : HANDLED,
    masked,
    begin.at,
    result.reason ?? null,
    lease.row,
    key,
  );
  for (const effect of result.effects) {
    applyEffect(effect, {
      openTicket: (draft) => void insertTicket(sql, { vault, calendar }, draft),
      addToTicket: (number, event) => addToTicket(sql, { vault, calendar }, number, event),
      keepCandidate: (draft) => keepCandidate(sql, vault, draft),
      noteCandidateChoice: (chat, chosen) => void noteCandidateChoice(sql, chat, chosen),
    });
  }
  insertReplies(sql, replies, rowTraits, begin);
  return lease.more ? openFirstPending(sql, conversation, WHENEVER) : undefined;
}

function waitingBehind(
  { shared, vault }: Parts,
  { conversation, key, recordedAt }: OpenTurn,
): Awaited<ReturnType<Turns["behind"]>> {
  const rows = shared.read((sql) =>
    sql.all(
      "select key, sealed, recorded_at from inbound where conversation = ? and state = 0 and key <> ? order by ord, seq",
      conversation,
      key,
    ),
  );
  const newest = Math.max(recordedAt, ...rows.map((row) => Number(row.recorded_at)));
  const [first] = rows;
  const next = first && InboundMessage.parse(vault.open(first.sealed as Uint8Array, `inbound ${first.key}`)).content;
  return { quiet: Date.now() - newest, ...defined({ next }) };
}

async function leaveTurn(
  { shared, turns }: Parts,
  { conversation, fence, key }: OpenTurn,
  countAttempt: boolean,
  rest?: number,
): Promise<void> {
  const lease = turns.findHeld(conversation, fence);
  if (!lease) return;
  try {
    if (countAttempt) return;
    await shared.write((sql) => {
      sql.run("update inbound set attempts = max(attempts - 1, 0) where key = ?", key);
      if (rest !== undefined) restChat(sql, conversation, rest);
    });
  } finally {
    lease.leave();
  }
}
