import { setTimeout as pause } from "node:timers/promises";
import Fastify, { type FastifyInstance, type FastifyRequest } from "fastify";
import qrcode from "qrcode";
import { z } from "zod";
import { openSecretCheck } from "../../constant-time.ts";
import { endConnectionsAtClose } from "../../http/end-connections.ts";
import type { Log } from "../../vocabulary/message.ts";
import { openBacklog } from "./backlog.ts";
import type { OpenClient } from "./client.ts";
import { NotSent } from "./client-port.ts";
import { openHanding } from "./forward-messages.ts";
import { gatewayMessageOf } from "./gateway-message.ts";
import { openPairingPage, PAGE_HEADERS } from "./pairing-page.ts";
import { PATIENCE, type Patience } from "./patience.ts";
import { openSession, type PhoneSession } from "./phone-session.ts";

const Send = z.object({ id: z.string(), to: z.string().regex(/^\d{5,20}@(c\.us|lid)$/), text: z.string().min(1) });

/** In ms. A person needs time to type, so the gateway waits before each answer. */
const THOUGHT = 800;
const MORE_THOUGHT = 1_700;

export type GatewayOptions = {
  secret: string;
  webhook: string;
  makeClient: () => OpenClient;
  log: Log;
  pageTexts: Record<string, unknown>;
  show?: (text: string) => void;
  patience?: Patience;
  thought?: number;
};

export type Gateway = { app: FastifyInstance; session: PhoneSession; close(): Promise<void> };

export function openGateway({
  secret,
  webhook,
  makeClient,
  log,
  pageTexts,
  show,
  patience = PATIENCE,
  thought = THOUGHT,
}: GatewayOptions): Gateway {
  let client: OpenClient | undefined;
  const handing = openHanding(
    webhook,
    secret,
    log,
    (chat) => backlog.noteDropped(chat),
    (person) => client?.otherId(person) ?? Promise.resolve(undefined),
  );
  const backlog = openBacklog(handing.add, log, patience);
  const session = openSession(
    () => (client = makeClient()),
    {
      takeMessage(message) {
        try {
          backlog.takeMessage(gatewayMessageOf(message, client?.ownIds() ?? []));
        } catch {
          log("error", { alarm: "unreadable" }, "whatsapp-web brought a message without an id"); // the message stays unread on the phone
        }
      },
      beginSession: backlog.beginSession,
      report(what, detail) {
        const level = what === "restart" ? "warn" : "info";
        log(level, { session: detail, restarts: session?.restarts ?? 0 }, `whatsapp-web ${what}`);
        if (what === "restart") backlog.endSession();
        if (detail === "pairing" && show) void pause(100).then(() => showCode());
      },
    },
    patience,
  );
  async function showCode(): Promise<void> {
    if (session.code) show?.(await qrcode.toString(session.code, { type: "terminal", small: true }));
  }

  const app = Fastify({ logger: false, return503OnClosing: true });
  endConnectionsAtClose(app);
  const guarded = guard(secret);
  app.get("/health/live", async () => ({ status: "live" }));
  app.get("/health/ready", async (_, reply) => {
    const { state, restarts } = session;
    return reply.code(state === "ready" ? 200 : 503).send({
      status: state === "ready" ? "ready" : "not ready",
      session: state,
      restarts,
      waiting: handing.countWaiting(),
      unread: backlog.unreadChats(),
    });
  });
  app.get("/metrics", { onRequest: guarded }, async (_, reply) =>
    reply.type("text/plain; version=0.0.4").send(metricsOf(session, handing.countWaiting(), backlog.unreadChats())),
  );
  const pairingPage = openPairingPage(pageTexts);
  app.get("/qr", { onRequest: guarded }, async ({ headers }, reply) => {
    const { code } = session;
    if (!code) return reply.code(404).send({ session: session.state });
    const svg = await qrcode.toString(code, { type: "svg", margin: 4, width: 320 });
    return reply.headers(PAGE_HEADERS).send(pairingPage(svg, headers["accept-language"]));
  });
  app.get("/media/:id", { onRequest: guarded }, async ({ params }, reply) => {
    const bytes = await client?.media((params as { id: string }).id);
    return bytes ? reply.type("application/octet-stream").send(bytes) : reply.code(404).send({ error: "gone" });
  });
  app.post("/send", { onRequest: guarded }, async ({ body }, reply) => {
    const order = Send.safeParse(body);
    if (!order.success) return reply.code(400).send({ error: "bad order" });
    await pause(thought === 0 ? 0 : thought + Math.random() * MORE_THOUGHT);
    const { to, text } = order.data;
    try {
      // Blue ticks would hide messages that the service does not have yet.
      return { id: await session.send(to, text, !backlog.mayHoldUnread(to) && !handing.hasWaiting(to)) };
    } catch (error) {
      return sendRefusal(reply, error);
    }
  });

  // If the page reloads while the library works, promises reject where no caller can catch them.
  const restartAfterRace = (error: unknown) => {
    log("warn", { code: error instanceof Error ? error.name : "unknown" }, "whatsapp-web race");
    session.restart("a race inside the library");
  };
  process.on("unhandledRejection", restartAfterRace);
  return {
    app,
    session,
    async close() {
      process.off("unhandledRejection", restartAfterRace);
      await app.close();
      await session.close();
      backlog.endSession();
      handing.close();
    },
  };
}

type Reply = { code(status: number): Reply; header(name: string, value: string): Reply; send(body: unknown): unknown };

/** 503: nothing was sent. 504: the message may have been sent. 410: there is no such number. */
function sendRefusal(reply: Reply, error: unknown): unknown {
  const said = error instanceof NotSent ? error.cause : error;
  if (said instanceof Error && /no lid|invalid wid|not.*registered|wid error/i.test(said.message))
    return reply.code(410).send({ error: "nobody there" });
  if (error instanceof NotSent) return reply.code(503).header("retry-after", "5").send({ error: "not sent" });
  return reply.code(504).send({ error: "perhaps sent" });
}

function guard(secret: string) {
  const isSecret = openSecretCheck(secret);
  return async ({ headers }: FastifyRequest, reply: Reply) => {
    const [, scheme, given = ""] = /^(Bearer|Basic) (.+)$/.exec(headers.authorization ?? "") ?? [];
    const password =
      scheme === "Basic"
        ? Buffer.from(given, "base64")
            .toString()
            .replace(/^[^:]*:/, "")
        : given;
    if (isSecret(password)) return undefined;
    return reply.code(401).header("www-authenticate", 'Basic realm="Sapa Bansos"').send({ error: "unauthorized" });
  };
}

const metricsOf = ({ state, restarts }: PhoneSession, waiting: number, unread: number): string =>
  [
    "# TYPE sapa_whatsapp_web_ready gauge",
    `sapa_whatsapp_web_ready ${state === "ready" ? 1 : 0}`,
    "# TYPE sapa_whatsapp_web_restarts_total counter",
    `sapa_whatsapp_web_restarts_total ${restarts}`,
    "# TYPE sapa_whatsapp_web_waiting gauge",
    `sapa_whatsapp_web_waiting ${waiting}`,
    "# TYPE sapa_whatsapp_web_unread_chats gauge",
    `sapa_whatsapp_web_unread_chats ${unread}`,
    "",
  ].join("\n");
