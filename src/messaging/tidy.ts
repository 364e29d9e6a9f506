import { readSession } from "../conversation/engine/session.ts";
import { stripAt, stripSession } from "../conversation/engine/strip-session.ts";
import type { Audit } from "../store/ports/audit.ts";
import type { ChatData } from "../store/ports/chat-data.ts";
import type { Limits } from "../store/ports/limits.ts";
import type { Upkeep } from "../store/ports/upkeep.ts";
import type { Log } from "../vocabulary/message.ts";
import { noteAuditHead } from "./audit-heads.ts";
import type { DeskPort } from "./desk-port.ts";
import { noteTidied } from "./tidied.ts";

const DAY = 86_400_000;
/** Handled records live this long: longer than any platform sends a message again. */
export const MESSAGES_KEPT = 14 * DAY;

/** A message that nobody could answer or read waits so long for an officer. */
export const DEAD_LETTERS_KEPT = 90 * DAY;
/** The log of changes is for readers who follow it; one that was away for longer reads the tickets themselves. */
export const CHANGES_KEPT = 2 * DAY;
const AT_ONCE = 200;

type Resting = { store: Pick<ChatData, "restedSessions" | "replaceSession">; log: Log };

/** The parts of a process that clearing out needs. */
export type Tidying = Resting & {
  store: Pick<Upkeep, "expire"> & Pick<Limits, "count"> & Pick<Audit, "auditHead">;
  desk: Pick<DeskPort, "tidy">;
  /** Where the audit chain's daily heads are kept, beside the store. */
  auditHeads?: string;
};

/** Takes the numbers out of sessions that rest; returns how many it changed. One that is written meanwhile comes again. */
export async function stripSessions({ store, log }: Resting): Promise<number> {
  for (let done = 0; ; ) {
    const rested = await store.restedSessions(AT_ONCE);
    let changed = 0;
    for (const stored of rested) {
      const session = readSession(stored.session);
      // What no version reads would begin anew at the next message: it goes whole.
      const kept = session ? stripSession(session, Date.now()) : null;
      const next = kept ? stripAt(kept) : undefined;
      if (await store.replaceSession({ ...stored, session: kept }, next)) changed += 1;
    }
    done += changed;
    if (rested.length < AT_ONCE || changed === 0) {
      if (done > 0) log("info", { sessions: done }, "numbers of resting sessions dropped");
      return done;
    }
  }
}

/** Once an hour: what has been kept long enough goes, and the audit chain's head of the day is written elsewhere. */
export async function tidy(tidying: Tidying): Promise<void> {
  const { store, desk, log, auditHeads } = tidying;
  const dropped = await store.expire(MESSAGES_KEPT, DEAD_LETTERS_KEPT, CHANGES_KEPT);
  if (dropped > 0) log("info", { dropped }, "expired records dropped");
  await desk.tidy();
  await stripSessions(tidying);
  await noteTidied(store, Date.now());
  if (auditHeads) await noteAuditHead(tidying, auditHeads, Date.now());
}
