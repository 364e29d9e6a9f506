import { createHmac } from "node:crypto";
import { openSecretCheck } from "../../constant-time.ts";
import { defined } from "../../defined.ts";
import { AppError } from "../../vocabulary/errors.ts";
import type { Channel, ChannelCheck, ChannelModule, Limits, OpenChannel, RouteRequest } from "../channel.ts";
import { type HttpAnswer, type HttpPool, openHttpPool, retryAfterOf } from "../http-pool.ts";
import { eventsOf } from "./parse.ts";
import { textOf } from "./render.ts";
import { Settings } from "./schema.ts";

/** The rates are slow, because WhatsApp may close a session that writes like a machine. */
const LIMITS: Limits = {
  text: 4_000,
  textWithChoices: 2_500,
  choices: 10,
  choiceTitle: 60,
  choiceDescription: 80,
  rate: 0.5,
  chatRate: 1 / 4,
  burst: 1,
};

const SIGNATURE = "x-sapa-signature";
/** In bytes. */
const BODY_LIMIT = 1_024 * 1_024;

export const signatureOf = (secret: string, body: Buffer | string): string =>
  createHmac("sha256", secret).update(body).digest("hex");

type Session = { account: string; secret: string };

/** For an office without the Business API. The channel breaks WhatsApp's terms, and WhatsApp may close the number. */
export const whatsappWeb: ChannelModule<typeof Settings> = {
  name: "whatsapp-web",
  settings: Settings,
  turnedOnBy: "WHATSAPP_WEB_GATEWAY",
  accountSettings: ["WHATSAPP_WEB_GATEWAY"],
  open(districts, service): OpenChannel {
    const sessions = new Map<string, Session>();
    const pools: HttpPool[] = [];
    const accounts = districts.map(({ district, settings }): Channel => {
      const pool = openHttpPool(settings.WHATSAPP_WEB_GATEWAY);
      pools.push(pool);
      const secret = settings.WHATSAPP_WEB_SECRET;
      const headers = { authorization: `Bearer ${secret}`, "content-type": "application/json" };
      sessions.set(district, { account: district, secret });
      return {
        name: "whatsapp-web",
        title: "WhatsApp",
        account: district,
        district,
        limits: LIMITS,
        byPhone: true,
        numbers: "page",
        send: async (message) => {
          const body = JSON.stringify({ id: message.id, to: message.to.address, text: textOf(message) });
          const answer = await pool.request("POST", "/send", { headers, body });
          if (answer.status !== 200) throw gatewayError(answer);
          checkSent(answer.text);
        },
        ping: async () => {
          const answer = await pool.request("GET", "/health/ready", {});
          if (answer.status !== 200) throw gatewayError(answer);
        },
        check: () => checkGateway(pool),
        fetchFile: (file, most) => pool.fetchBytes(`/media/${encodeURIComponent(file)}`, { headers, most }),
      };
    });
    const parse = ({ params, headers, body }: RouteRequest) => {
      const session = sessions.get(params.district ?? "");
      if (!session) throw new AppError("NOT_FOUND", "no session serves this district");
      if (!openSecretCheck(signatureOf(session.secret, body))(headers[SIGNATURE] ?? "")) {
        throw new AppError("UNAUTHORIZED", "wrong gateway signature");
      }
      return eventsOf(body, session.account);
    };
    return {
      accounts,
      parse,
      routes: [
        {
          method: "POST",
          path: "/webhooks/whatsapp-web/:district",
          bodyLimit: BODY_LIMIT,
          admit({ params, headers }) {
            if (!sessions.has(params.district ?? ""))
              throw new AppError("NOT_FOUND", "no session serves this district");
            const isSignature = /^[0-9a-f]{64}$/.test(headers[SIGNATURE] ?? "");
            if (!isSignature) throw new AppError("UNAUTHORIZED", "no gateway signature");
            return undefined;
          },
          handle: async (request) => {
            await service.receive(parse(request));
            return { status: 200 };
          },
        },
      ],
      close: async () => {
        await Promise.all(pools.map((pool) => pool.close()));
      },
    };
  },
};

/** The gateway may have sent the message even if its answer has no id. */
function checkSent(text: string): void {
  try {
    const { id } = JSON.parse(text) as { id?: unknown };
    if (typeof id === "string") return;
  } catch {}
  throw new AppError("CHANNEL_UNKNOWN", "the gateway answered without an id");
}

function gatewayError(answer: HttpAnswer): AppError {
  const retryAfter = retryAfterOf(answer.headers, Date.now());
  const details = { platformCode: answer.status, ...defined({ retryAfter }) };
  const made = (code: AppError["code"]) => new AppError(code, `whatsapp-web ${answer.status}`, { details });
  switch (answer.status) {
    case 401:
    case 403:
    case 404: // another program listens there
      return made("CHANNEL_STOPPED");
    case 410:
      return made("CONTACT_UNREACHABLE");
    case 504:
      return made("CHANNEL_UNKNOWN");
    default:
      return made(answer.status >= 500 || answer.status === 429 ? "CHANNEL_BUSY" : "CHANNEL_REJECTED");
  }
}

const SESSIONS: Record<string, Pick<ChannelCheck, "says" | "next">> = {
  starting: { says: "the WhatsApp Web session is starting", next: "wait a minute" },
  pairing: { says: "the WhatsApp Web session waits for a phone", next: "scan the code at /qr of the gateway" },
  away: { says: "the WhatsApp Web session is not connected", next: "look at the phone, then at the gateway's log" },
};

async function checkGateway(pool: HttpPool): Promise<ChannelCheck[]> {
  try {
    const { status, text } = await pool.request("GET", "/health/ready", {});
    const { session = "unknown" } = JSON.parse(text) as { session?: string };
    const wrong = status === 200 ? {} : (SESSIONS[session] ?? SESSIONS.away);
    return [{ what: "credentials", ok: status === 200, detail: `session ${session}`, ...wrong }];
  } catch {
    const says = "nothing answers at WHATSAPP_WEB_GATEWAY";
    return [{ what: "credentials", ok: false, detail: "no gateway", says, next: "start `npm run whatsapp-web -- D`" }];
  }
}
