import { openSecretCheck } from "../../constant-time.ts";
import { AppError } from "../../vocabulary/errors.ts";
import type {
  Channel,
  ChannelEvent,
  ChannelModule,
  Limits,
  OpenChannel,
  RouteHead,
  RouteRequest,
  Service,
} from "../channel.ts";
import { openHttpPool } from "../http-pool.ts";
import { openKnownOnce } from "../remembered-answer.ts";
import { checkBot } from "./check.ts";
import { fetchFile } from "./fetch-file.ts";
import { eventsOf } from "./parse.ts";
import { Settings } from "./schema.ts";
import { acknowledge, openApi, ping, removeMessage, sendMessage } from "./send.ts";

/** core.telegram.org/bots/faq allows about one message a second in a chat and 30 a second in all. */
const LIMITS: Limits = {
  text: 4_096,
  textWithChoices: 4_096,
  choices: 10,
  choiceTitle: 60,
  choiceDescription: 0,
  rate: 30,
  chatRate: 1,
  burst: 3,
};

/** In bytes. */
const BODY_LIMIT = 256 * 1_024;
const SECRET_HEADER = "x-telegram-bot-api-secret-token";
type Bot = { district: string; account: string; isSecret: (given: string) => boolean };

export const telegram: ChannelModule<typeof Settings> = {
  name: "telegram",
  settings: Settings,
  turnedOnBy: "TELEGRAM_BOT_TOKEN",
  accountSettings: ["TELEGRAM_BOT_TOKEN"],
  open(districts, service): OpenChannel {
    const bots = new Map<string, Bot>();
    const accounts: Channel[] = [];
    const closing: (() => Promise<void>)[] = [];
    for (const { district, settings } of districts) {
      const account = settings.TELEGRAM_BOT_TOKEN.split(":")[0] ?? "";
      bots.set(district, { district, account, isSecret: openSecretCheck(settings.TELEGRAM_WEBHOOK_SECRET) });
      const pool = openHttpPool(settings.TELEGRAM_API_ROOT);
      const api = openApi(settings.TELEGRAM_BOT_TOKEN, pool);
      closing.push(() => pool.close());
      const username = openKnownOnce(async () => (await api.getMe()).username);
      accounts.push({
        name: "telegram",
        title: "Telegram",
        account,
        district,
        limits: LIMITS,
        calls: true,
        ...(settings.TELEGRAM_NUMBERS === "page" ? { numbers: "page" as const } : {}),
        send: (message) => sendMessage(api, message),
        ...(settings.TELEGRAM_OPERATORS_CHAT ? { operators: settings.TELEGRAM_OPERATORS_CHAT } : {}),
        ping: () => ping(api),
        linkBack: async (code) => {
          const name = await username();
          return name && `https://t.me/${name}${code ? `?start=${code.payload}` : ""}`;
        },
        check: () =>
          checkBot(api, {
            url: `${service.publicUrl}/webhooks/telegram/${district}`,
            district,
            operators: settings.TELEGRAM_OPERATORS_CHAT,
            clock: pool.now,
          }),
        fetchFile: (file, most) => fetchFile(api, pool, settings, file, most),
        acknowledge: async ({ acknowledge: callback, remove }) => {
          if (callback) await acknowledge(api, callback);
          if (remove) await removeMessage(api, remove);
        },
      });
    }
    const parse = (request: RouteRequest) => parseUpdate(bots, request);
    return {
      accounts,
      parse,
      routes: [
        {
          method: "POST",
          path: "/webhooks/telegram/:district",
          bodyLimit: BODY_LIMIT,
          admit(head) {
            requireBot(bots, head);
            return undefined;
          },
          handle: (request) => receiveUpdate(parse, service, request),
        },
      ],
      close: async () => {
        await Promise.all(closing.map((close) => close()));
      },
    };
  },
};

function requireBot(bots: ReadonlyMap<string, Bot>, { params, headers }: RouteHead): Bot {
  const bot = bots.get(params.district ?? "");
  if (!bot) throw new AppError("NOT_FOUND", "no bot serves this district");
  if (!bot.isSecret(headers[SECRET_HEADER] ?? "")) {
    throw new AppError("UNAUTHORIZED", "wrong telegram secret");
  }
  return bot;
}

const parseUpdate = (bots: ReadonlyMap<string, Bot>, request: RouteRequest): ChannelEvent[] =>
  eventsOf(request.body, requireBot(bots, request).account);

async function receiveUpdate(parse: OpenChannel["parse"], service: Service, request: RouteRequest) {
  await service.receive(parse(request));
  return { status: 200 };
}
