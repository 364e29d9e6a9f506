import type { KeyObject } from "node:crypto";
import { openSecretCheck } from "../../constant-time.ts";
import { AppError } from "../../vocabulary/errors.ts";
import type {
  Channel,
  ChannelEvent,
  ChannelModule,
  Limits,
  OpenChannel,
  RouteRequest,
  RouteResponse,
  Service,
} from "../channel.ts";
import { type HttpPool, openHttpPool } from "../http-pool.ts";
import { openKnownOnce } from "../remembered-answer.ts";
import { checkNumber, fetchOwnNumber } from "./check.ts";
import { graphError, SPAM_LIMIT } from "./errors.ts";
import { fetchMedia } from "./media.ts";
import { eventsOf } from "./parse.ts";
import { payloadOf } from "./render.ts";
import { Settings } from "./schema.ts";
import { isSignature, isSigned, SIGNATURE_HEADER, secretKey } from "./signature.ts";
import { askToWrite } from "./template.ts";
import { fetchTemplateStates, openTemplates, templateNames, UNKNOWN_TEMPLATES } from "./templates.ts";

/** Meta allows a citizen one message every six seconds, and bursts of 45. */
const LIMITS: Limits = {
  text: 4_096,
  textWithChoices: 1_024,
  choices: 10,
  choiceTitle: 24,
  choiceDescription: 72,
  rate: 80,
  chatRate: 1 / 6,
  burst: 45,
};

/** In ms. Meta takes free text within 24 hours of the citizen's last message. */
const WINDOW = 24 * 3_600_000;
const PATH = "/webhooks/whatsapp";
/** In bytes. */
const BODY_LIMIT = 4 * 1_024 * 1_024;

type Account = { id: string; secret: KeyObject; isVerifyToken: (given: string) => boolean };

/** The numbers of all districts share one webhook. */
export const whatsapp: ChannelModule<typeof Settings> = {
  name: "whatsapp",
  settings: Settings,
  accountSettings: ["WHATSAPP_PHONE_NUMBER_ID", "WHATSAPP_PHONE_NUMBER"],
  receipts: true,
  turnedOnBy: "WHATSAPP_TOKEN",
  window: WINDOW,
  open(districts, service): OpenChannel {
    const accounts = districts.map(
      ({ settings }): Account => ({
        id: settings.WHATSAPP_PHONE_NUMBER_ID,
        secret: secretKey(settings.WHATSAPP_APP_SECRET),
        isVerifyToken: openSecretCheck(settings.WHATSAPP_VERIFY_TOKEN),
      }),
    );
    const opened = districts.map((one) => openAccount(one, service));
    const parse = (request: RouteRequest) => {
      const events = parseCall(accounts, request);
      if (events.some(isAboutTemplates)) for (const { templates } of opened) templates.forget();
      return events;
    };
    return {
      accounts: opened.map(({ channel }) => channel),
      parse,
      routes: [
        { method: "GET", path: PATH, handle: (request) => answerChallenge(accounts, request) },
        {
          method: "POST",
          path: PATH,
          bodyLimit: BODY_LIMIT,
          admit({ headers }) {
            if (!isSignature(headers[SIGNATURE_HEADER])) throw new AppError("UNAUTHORIZED", "no whatsapp signature");
            return undefined;
          },
          handle: async (request) => {
            await service.receive(parse(request));
            return { status: 200 };
          },
        },
      ],
      close: async () => {
        await Promise.all(opened.map(({ pool }) => pool.close()));
      },
    };
  },
};

function openAccount({ district, settings }: { district: string; settings: Settings }, service: Service) {
  const pool = openHttpPool(settings.WHATSAPP_API_ROOT);
  const account = settings.WHATSAPP_PHONE_NUMBER_ID;
  const headers = { authorization: `Bearer ${settings.WHATSAPP_TOKEN}`, "content-type": "application/json" };
  const { WHATSAPP_BUSINESS_ACCOUNT_ID: business } = settings;
  const templates = business
    ? openTemplates((name) => fetchTemplateStates(pool, business, headers, name))
    : UNKNOWN_TEMPLATES;
  const settingsNumber = settings.WHATSAPP_PHONE_NUMBER;
  const phoneNumber = openKnownOnce(async () => settingsNumber ?? fetchOwnNumber(pool, account, headers));
  const texts = service.pageTexts("common") as Partial<Record<string, { openList?: string }>>;
  const channel: Channel = {
    name: "whatsapp",
    title: "WhatsApp",
    account,
    district,
    limits: LIMITS,
    calls: true,
    byPhone: true,
    window: WINDOW,
    now: pool.now,
    ...(settings.WHATSAPP_NUMBERS === "page" ? { numbers: "page" } : {}),
    ping: () => pingNumber(pool, account, headers),
    linkBack: async (code) => {
      const number = await phoneNumber();
      return number && `https://wa.me/${number}${code ? `?text=${encodeURIComponent(code.words)}` : ""}`;
    },
    check: () => checkNumber(pool, settings, headers, `${service.publicUrl}${PATH}`),
    templateSettings: ["WHATSAPP_TEMPLATE_NEWS", "WHATSAPP_TEMPLATE_TICKET"],
    ...(templateNames(settings).length > 0
      ? { askToWrite: (message) => askToWrite({ pool, settings, headers, templates }, message) }
      : {}),
    showAnswering: ({ id }) => showTyping(pool, account, headers, id),
    fetchFile: (file, most) => fetchMedia(pool, settings.WHATSAPP_API_ROOT, headers.authorization, file, most),
    async send(message) {
      try {
        await sendMessage(pool, account, headers, payloadOf(message, texts[message.locale]?.openList));
      } catch (error) {
        if (error instanceof AppError && error.details.platformCode === SPAM_LIMIT) {
          service.log("error", { channel: "whatsapp", account, alarm: "spam-rate-limit" }, "Meta asks to slow down");
        }
        throw error;
      }
    },
  };
  return { pool, channel, templates };
}

const isAboutTemplates = (event: ChannelEvent): boolean =>
  event.type === "notice" && /^(message_)?template_/.test(event.what);

async function pingNumber(pool: HttpPool, account: string, headers: Record<string, string>): Promise<void> {
  const answer = await pool.request("GET", `/${account}?fields=id`, { headers });
  if (answer.status < 200 || answer.status >= 300) throw graphError(answer, Date.now());
}

async function showTyping(pool: HttpPool, account: string, headers: Record<string, string>, id: string): Promise<void> {
  if (!id.startsWith("wamid.")) return;
  const body = { messaging_product: "whatsapp", status: "read", message_id: id, typing_indicator: { type: "text" } };
  await pool.request("POST", `/${account}/messages`, { headers, body: JSON.stringify(body) });
}

async function sendMessage(
  pool: HttpPool,
  account: string,
  headers: Record<string, string>,
  payload: object,
): Promise<void> {
  const body = JSON.stringify(payload);
  const answer = await pool.request("POST", `/${account}/messages`, { headers, body });
  if (answer.status < 200 || answer.status >= 300) throw graphError(answer, Date.now());
  if (!idIn(answer.text)) throw new AppError("CHANNEL_UNKNOWN", "whatsapp answered without an id");
}

function idIn(text: string): string | undefined {
  try {
    const id = (JSON.parse(text) as { messages?: { id?: unknown }[] } | null)?.messages?.[0]?.id;
    return typeof id === "string" ? id : undefined;
  } catch {
    return undefined;
  }
}

/** A request counts only for the numbers whose app secret matches its signature. */
function parseCall(accounts: readonly Account[], { headers, body }: RouteRequest): ChannelEvent[] {
  const signature = headers[SIGNATURE_HEADER];
  const signers = accounts.filter(({ secret }) => isSigned(body, signature, secret));
  const [first] = signers;
  if (!first) throw new AppError("UNAUTHORIZED", "wrong whatsapp signature");
  return eventsOf(body, first.id, (id) => signers.some((one) => one.id === id));
}

function answerChallenge(accounts: readonly Account[], { query }: RouteRequest): RouteResponse {
  const token = query["hub.verify_token"] ?? "";
  const isKnown = accounts.some(({ isVerifyToken }) => isVerifyToken(token));
  if (query["hub.mode"] !== "subscribe" || !isKnown) throw new AppError("FORBIDDEN", "wrong verify token");
  return { status: 200, headers: { "content-type": "text/plain; charset=utf-8" }, body: query["hub.challenge"] ?? "" };
}
