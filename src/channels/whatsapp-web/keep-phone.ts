import { reasonNotStarted } from "./browser.ts";
import type { Phone } from "./catch-up.ts";
import type { WebClient } from "./client-port.ts";
import type { Patience } from "./patience.ts";
import type { SessionState } from "./schema.ts";
import { limitWork } from "./time-limit.ts";
import { openTimers, type Timers } from "./timers.ts";

const MOST_MISSED = 3;

export type Listener = {
  takeMessage(message: unknown): void;
  /** A newly paired number brings unread messages from before `since` (ms since 1970). */
  beginSession(phone: Phone, since: number): void;
  report(what: "state" | "restart", detail: string): void;
};

export type KeptPhone = {
  readonly makeClient: () => WebClient;
  readonly listener: Listener;
  readonly patience: Patience;
  readonly timers: Timers;
  state: SessionState;
  code: string | undefined;
  restarts: number;
  /** In ms. */
  pause: number;
  client: WebClient | undefined;
  /** Rises at each start, restart and close, so that old events have no effect. */
  generation: number;
  closed: boolean;
  /** Each of these three counts failures in a row. */
  missed: number;
  hung: number;
  refused: number;
  /** The time of the last pairing code before the first session (ms since 1970). */
  firstPaired: number | undefined;
  wasReady: boolean;
};

export const createKeptPhone = (makeClient: () => WebClient, listener: Listener, patience: Patience): KeptPhone => ({
  makeClient,
  listener,
  patience,
  timers: openTimers(),
  state: "starting",
  code: undefined,
  restarts: 0,
  pause: patience.pause,
  client: undefined,
  generation: 0,
  closed: false,
  missed: 0,
  hung: 0,
  refused: 0,
  firstPaired: undefined,
  wasReady: false,
});

type Guard = <Args extends unknown[]>(work: (...args: Args) => void) => (...args: Args) => void;

function guardOf(kept: KeptPhone): Guard {
  const { generation } = kept;
  return (work) =>
    (...args) => {
      if (generation === kept.generation && !kept.closed) work(...args);
    };
}

function setState(kept: KeptPhone, next: SessionState): void {
  if (kept.state !== next) kept.listener.report("state", next);
  kept.state = next;
  if (next !== "pairing") kept.code = undefined;
}

export const endClient = ({ patience }: Pick<KeptPhone, "patience">, client: WebClient | undefined): Promise<void> =>
  limitWork(client?.destroy() ?? Promise.resolve(), patience.lookLimit).catch(() => undefined);

export function startPhone(kept: KeptPhone): void {
  if (kept.closed) return;
  kept.generation += 1;
  const guard = guardOf(kept);
  setState(kept, "starting");
  kept.missed = 0;
  kept.hung = 0;
  kept.refused = 0;
  const client = kept.makeClient();
  kept.client = client;
  limitTimeToReady(kept, guard);
  listenToClient(kept, client, guard);
  client
    .initialize()
    .then(
      guard(() => client.watchBrowser(guard(() => restartPhone(kept, "browser gone")))),
      guard((error: unknown) => restartPhone(kept, reasonNotStarted(error))),
    )
    // The browser of an abandoned client would lock the session's folder.
    .finally(() => client !== kept.client && endClient(kept, client));
}

const limitTimeToReady = (kept: KeptPhone, guard: Guard): void =>
  kept.timers.set(
    "ready",
    kept.patience.ready,
    guard(() => restartPhone(kept, "never ready")),
  );

function listenToClient(kept: KeptPhone, client: WebClient, guard: Guard): void {
  const { listener, timers } = kept;
  client.on(
    "qr",
    guard((code: string) => showCode(kept, code, guard)),
  );
  client.on(
    "authenticated",
    guard(() => {
      timers.unset("code");
      if (kept.state !== "ready") setState(kept, "starting");
      limitTimeToReady(kept, guard);
    }),
  );
  client.on(
    "ready",
    guard(() => beReady(kept, client, guard)),
  );
  client.on(
    "auth_failure",
    guard(() => restartPhone(kept, "pairing refused")),
  );
  client.on(
    "disconnected",
    guard(() => restartPhone(kept, "disconnected")),
  );
  client.on(
    "message",
    guard((message: unknown) => listener.takeMessage(message)),
  );
}

function showCode(kept: KeptPhone, code: string, guard: Guard): void {
  const { timers, patience } = kept;
  timers.unset("ready");
  setState(kept, "pairing");
  kept.code = code;
  if (!kept.wasReady) kept.firstPaired = Date.now();
  timers.set(
    "code",
    patience.code,
    guard(() => restartPhone(kept, "code not refreshed")),
  );
}

function beReady(kept: KeptPhone, client: WebClient, guard: Guard): void {
  const { timers, patience, listener } = kept;
  timers.unset("ready", "code");
  setState(kept, "ready");
  timers.set(
    "settled",
    patience.settled,
    guard(() => {
      kept.pause = patience.pause;
    }),
  );
  scheduleCheck(kept, client, guard);
  kept.wasReady = true;
  listener.beginSession(client, kept.firstPaired ?? 0);
}

const scheduleCheck = (kept: KeptPhone, client: WebClient, guard: Guard): void =>
  kept.timers.set(
    "look",
    kept.patience.look,
    guard(() => void checkConnection(kept, client, guard)),
  );

async function checkConnection(kept: KeptPhone, client: WebClient, guard: Guard): Promise<void> {
  const answer = await limitWork(client.getState(), kept.patience.lookLimit).catch(() => undefined);
  guard(() => {
    kept.missed = answer === "CONNECTED" ? 0 : kept.missed + 1;
    if (kept.missed >= MOST_MISSED) restartPhone(kept, "not connected");
    else scheduleCheck(kept, client, guard);
  })();
}

export function restartPhone(kept: KeptPhone, reason: string): void {
  if (kept.closed) return;
  const { client, timers, patience, pause } = kept;
  kept.client = undefined;
  kept.generation += 1;
  kept.restarts += 1;
  timers.unset("ready", "code", "look", "settled");
  setState(kept, "away");
  kept.listener.report("restart", reason);
  kept.pause = Math.min(pause * 2, patience.longestPause);
  void endClient(kept, client).then(() => timers.set("start", pause, () => startPhone(kept)));
}
