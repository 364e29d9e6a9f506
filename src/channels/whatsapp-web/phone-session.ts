import type { BacklogPatience } from "./backlog.ts";
import { reasonNotStarted } from "./browser.ts";
import type { Phone } from "./catch-up.ts";
import type { SessionState } from "./schema.ts";
import { within } from "./time-limit.ts";

/** What we need of whatsapp-web.js's client; everything else of it stays unused. */
export type WebClient = Phone & {
  on(event: string, heard: (...args: never[]) => void): unknown;
  initialize(): Promise<void>;
  destroy(): Promise<void>;
  getState(): Promise<string | null>;
  /** `undefined`: nobody has that number. `seen`: with blue ticks under everything the chat holds. */
  sendMessage(to: string, text: string, seen: boolean): Promise<{ id: { _serialized: string } } | undefined>;
  /** Resolves once the browser of this client is there; its end is told to `gone`. */
  watchBrowser(gone: () => void): void;
};

/** Ms. Each failure that is known of the library has its watchdog. */
export type Patience = BacklogPatience & {
  /** From the start, or from a scanned code, until it is ready: `ready` may never fire. */
  ready: number;
  /** A code is good for 20 s; one that is not followed by another has stopped being refreshed. */
  code: number;
  send: number;
  /** Between looks at a session that should be connected, and for each look. */
  look: number;
  lookLimit: number;
  /** Before a restart, doubled each time up to the longest; a session that was ready this long begins anew. */
  pause: number;
  longestPause: number;
  settled: number;
};

export const PATIENCE: Patience = {
  ready: 120_000,
  code: 90_000,
  send: 6_000,
  look: 30_000,
  lookLimit: 10_000,
  pause: 5_000,
  longestPause: 300_000,
  settled: 600_000,
  question: 10_000,
  round: 120_000,
  again: 300_000,
  longestAgain: 3_600_000,
};

/** Looks in a row that find no connection, and sends in a row that hang or that the page refuses, before a restart. */
const MOST_MISSED = 3;
const MOST_HUNG = 2;
const MOST_THROWN = 5;

/** Nothing was handed to WhatsApp; the cause says why, where the page said it. */
export class NotSent extends Error {
  constructor(cause?: unknown) {
    super("not sent", { cause });
  }
}

export type Listener = {
  heard(message: unknown): void;
  /**
   * Again after each restart and each reload of the page. What came before `since`, in ms since 1970, is its people's: a
   * number that has just been paired brings what they have not read yet.
   */
  ready(phone: Phone, since: number): void;
  told(what: "state" | "restart", detail: string): void;
};

export type Session = {
  readonly state: SessionState;
  /** The code that a phone has to scan, while pairing. */
  readonly code: string | undefined;
  readonly restarts: number;
  /** Rejects with NotSent (nothing left), `hung` (perhaps sent) or what the library says. */
  send(to: string, text: string, seen: boolean): Promise<string>;
  /** Begins again, whatever it is doing. */
  restart(reason: string): void;
  close(): Promise<void>;
};

/** Keeps one session of WhatsApp Web going: starts it, watches it, and starts it again with pauses when it dies or hangs. */
export function openSession(
  makeClient: () => WebClient,
  { heard, ready, told }: Listener,
  patience: Patience = PATIENCE,
): Session {
  let state: SessionState = "starting";
  let code: string | undefined;
  let restarts = 0;
  let pause = patience.pause;
  let client: WebClient | undefined;
  /** What belongs to an earlier client is not listened to. */
  let generation = 0;
  let closed = false;
  let missed = 0;
  let hung = 0;
  let thrown = 0;
  /** When the last code was shown for a number that had never been ready here; ms since 1970. */
  let firstPaired: number | undefined;
  let wasReady = false;
  const timers = new Map<string, NodeJS.Timeout>();

  const set = (name: string, ms: number, work: () => void) => {
    clearTimeout(timers.get(name));
    timers.set(name, setTimeout(work, ms));
  };
  const unset = (...names: string[]) => {
    for (const name of names) clearTimeout(timers.get(name));
  };
  const become = (next: SessionState) => {
    if (state !== next) told("state", next);
    state = next;
    if (next !== "pairing") code = undefined;
  };

  const end = (old: WebClient | undefined): Promise<void> =>
    within(old?.destroy() ?? Promise.resolve(), patience.lookLimit).catch(() => undefined);

  function start(): void {
    if (closed) return;
    generation += 1;
    const mine = generation;
    const own = (work: () => void) => () => {
      if (mine === generation && !closed) work();
    };
    become("starting");
    missed = 0;
    hung = 0;
    thrown = 0;
    const made = makeClient();
    client = made;
    set(
      "ready",
      patience.ready,
      own(() => restart("never ready")),
    );
    made.on("qr", (qr: string) =>
      own(() => {
        unset("ready");
        become("pairing");
        code = qr;
        if (!wasReady) firstPaired = Date.now();
        set(
          "code",
          patience.code,
          own(() => restart("code not refreshed")),
        );
      })(),
    );
    made.on(
      "authenticated",
      own(() => {
        unset("code");
        if (state !== "ready") become("starting");
        set(
          "ready",
          patience.ready,
          own(() => restart("never ready")),
        );
      }),
    );
    made.on(
      "ready",
      own(() => {
        unset("ready", "code");
        become("ready");
        set(
          "settled",
          patience.settled,
          own(() => (pause = patience.pause)),
        );
        set(
          "look",
          patience.look,
          own(() => void look(made, own)),
        );
        wasReady = true;
        ready(made, firstPaired ?? 0);
      }),
    );
    made.on(
      "auth_failure",
      own(() => restart("pairing refused")),
    );
    made.on(
      "disconnected",
      own(() => restart("disconnected")),
    );
    made.on("message", (message: unknown) => own(() => heard(message))());
    made
      .initialize()
      .then(
        () => own(() => made.watchBrowser(own(() => restart("browser gone"))))(),
        (error: unknown) => own(() => restart(reasonNotStarted(error)))(),
      )
      // Given up before its browser was there: it would hold on to the session's folder.
      .finally(() => made !== client && end(made));
  }

  async function look(made: WebClient, own: (work: () => void) => () => void): Promise<void> {
    const answer = await within(made.getState(), patience.lookLimit).catch(() => undefined);
    own(() => {
      missed = answer === "CONNECTED" ? 0 : missed + 1;
      if (missed >= MOST_MISSED) return restart("not connected");
      set(
        "look",
        patience.look,
        own(() => void look(made, own)),
      );
    })();
  }

  function restart(reason: string): void {
    if (closed) return;
    const old = client;
    client = undefined;
    generation += 1;
    restarts += 1;
    unset("ready", "code", "look", "settled");
    become("away");
    told("restart", reason);
    const wait = pause;
    pause = Math.min(pause * 2, patience.longestPause);
    // A browser that hangs would hold up its own end.
    void end(old).then(() => set("start", wait, start));
  }

  start();
  return {
    get state() {
      return state;
    },
    get code() {
      return code;
    },
    get restarts() {
      return restarts;
    },
    async send(to, text, seen) {
      const current = client;
      if (state !== "ready" || !current) throw new NotSent();
      try {
        const sent = await within(current.sendMessage(to, text, seen), patience.send);
        hung = 0;
        thrown = 0;
        if (!sent) throw new Error("not registered");
        return sent.id._serialized;
      } catch (error) {
        if (error instanceof NotSent) {
          thrown += 1;
          if (thrown >= MOST_THROWN && current === client) restart("sends fail");
        }
        if (!(error instanceof Error) || error.message !== "hung") throw error;
        hung += 1;
        if (hung >= MOST_HUNG && current === client) restart("sends hang");
        throw error;
      }
    },
    restart,
    async close() {
      closed = true;
      generation += 1;
      for (const timer of timers.values()) clearTimeout(timer);
      const last = client;
      client = undefined;
      await end(last);
    },
  };
}
