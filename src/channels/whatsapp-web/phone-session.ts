import { NotSent, type WebClient } from "./client-port.ts";
import { createKeptPhone, endClient, type KeptPhone, type Listener, restartPhone, startPhone } from "./keep-phone.ts";
import { PATIENCE, type Patience } from "./patience.ts";
import type { SessionState } from "./schema.ts";
import { limitWork } from "./time-limit.ts";

const MOST_HUNG = 2;
const MOST_REFUSED = 5;

export type PhoneSession = {
  readonly state: SessionState;
  readonly code: string | undefined;
  readonly restarts: number;
  /** Rejects with `NotSent` (nothing was sent), `hung` (perhaps sent), `not registered`, or the library's own error. */
  send(to: string, text: string, seen: boolean): Promise<string>;
  restart(reason: string): void;
  close(): Promise<void>;
};

export function openSession(
  makeClient: () => WebClient,
  listener: Listener,
  patience: Patience = PATIENCE,
): PhoneSession {
  const kept = createKeptPhone(makeClient, listener, patience);
  startPhone(kept);
  return {
    get state() {
      return kept.state;
    },
    get code() {
      return kept.code;
    },
    get restarts() {
      return kept.restarts;
    },
    send: (to, text, seen) => sendText(kept, to, text, seen),
    restart: (reason) => restartPhone(kept, reason),
    close: () => closeSession(kept),
  };
}

async function sendText(kept: KeptPhone, to: string, text: string, seen: boolean): Promise<string> {
  const { client, state, patience } = kept;
  if (state !== "ready" || !client) throw new NotSent();
  try {
    const sent = await limitWork(client.sendMessage(to, text, seen), patience.send);
    kept.hung = 0;
    kept.refused = 0;
    if (!sent) throw new Error("not registered");
    return sent.id._serialized;
  } catch (error) {
    countFailedSend(kept, client, error);
    throw error;
  }
}

function countFailedSend(kept: KeptPhone, client: WebClient, error: unknown): void {
  if (error instanceof NotSent) {
    kept.refused += 1;
    if (kept.refused >= MOST_REFUSED && client === kept.client) restartPhone(kept, "sends fail");
  } else if (error instanceof Error && error.message === "hung") {
    kept.hung += 1;
    if (kept.hung >= MOST_HUNG && client === kept.client) restartPhone(kept, "sends hang");
  }
}

async function closeSession(kept: KeptPhone): Promise<void> {
  const { client } = kept;
  kept.closed = true;
  kept.generation += 1;
  kept.timers.clear();
  kept.client = undefined;
  await endClient(kept, client);
}
