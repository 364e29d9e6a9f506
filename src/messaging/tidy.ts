import { readSession } from "../conversation/engine/session.ts";
import { stripAt, stripSession } from "../conversation/engine/strip-session.ts";
import type { Audit } from "../store/ports/audit.ts";
import type { ChatData } from "../store/ports/chat-data.ts";
import type { Limits } from "../store/ports/limits.ts";
import type { Upkeep } from "../store/ports/upkeep.ts";
import type { Log } from "../vocabulary/message.ts";
import { noteAuditHead } from "./audit-heads.ts";
import type { DeskPort } from "./desk-port.ts";
import { noteTidied } from "./last-tidied.ts";

const DAY = 86_400_000;
/** In ms. No platform repeats a message after this time. */
export const MESSAGES_KEPT = 14 * DAY;

/** In ms. */
export const DEAD_LETTERS_KEPT = 90 * DAY;
/** In ms. A client that was away for longer reads the tickets themselves. */
export const CHANGES_KEPT = 2 * DAY;
/** In ms. */
export const CANDIDATES_KEPT = 90 * DAY;
const AT_ONCE = 200;

type Resting = { store: Pick<ChatData, "restedSessions" | "replaceSession">; log: Log };

export type Tidying = Resting & {
  store: Pick<Upkeep, "expire"> & Pick<Limits, "count"> & Pick<Audit, "auditHead">;
  desk: Pick<DeskPort, "tidyCasework">;
  auditHeads?: string;
};

export async function stripSessions({ store, log }: Resting): Promise<number> {
  for (let done = 0; ; ) {
    const rested = await store.restedSessions(AT_ONCE);
    let changed = 0;
    for (const stored of rested) {
      const session = readSession(stored.session);
      // The next message replaces a session that this release cannot read.
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

export async function tidyStore(tidying: Tidying): Promise<void> {
  const { store, desk, log, auditHeads } = tidying;
  const dropped = await store.expire(MESSAGES_KEPT, DEAD_LETTERS_KEPT, CHANGES_KEPT, CANDIDATES_KEPT);
  if (dropped > 0) log("info", { dropped }, "expired records dropped");
  await desk.tidyCasework();
  await stripSessions(tidying);
  await noteTidied(store, Date.now());
  if (auditHeads) await noteAuditHead(tidying, auditHeads, Date.now());
}
