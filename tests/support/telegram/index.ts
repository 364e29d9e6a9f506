import { openDeliverer } from "../deliverer.ts";
import { type Fault, startPlatform } from "../platform.ts";
import { type BotState, botAnswer, type SentMessage } from "./bot-api.ts";

export type TelegramOptions = {
  token: string;
  secret: string;
  webhook?: string;
  /** The path before `/bot...`, as behind a proxy. */
  basePath?: string;
  latency?: number;
  /** Multiplies the pauses of redelivery. */
  clock?: number;
  port?: number;
};

export type Telegram = Awaited<ReturnType<typeof startTelegram>>;

export async function startTelegram(options: TelegramOptions) {
  const { token, secret, basePath = "", latency = 0, clock = 0.01, port = 0 } = options;
  const state: BotState = {
    token,
    sent: new Map(),
    blocked: new Set(),
    unknown: new Set(),
    migrated: new Map(),
    openQueries: new Set(),
    answeredQueries: [],
    webhook: {},
    commands: new Map(),
    files: new Map(),
    deleted: [],
    chats: new Map(),
    ahead: 0,
    chatRate: 0,
    lastSent: new Map(),
    nextMessage: 0,
  };
  const platform = await startPlatform({
    nameOf: (path) => path.split("?")[0]?.split("/").at(-1) ?? "",
    answer: (call) => ({
      ...(fileAnswer(state, call.path) ?? botAnswer(state, call)),
      headers: { date: new Date(Date.now() + state.ahead).toUTCString() },
    }),
    latency,
    port,
  });
  let deliverer = options.webhook ? openDeliverer(options.webhook, { clock }) : undefined;
  let updates = 1_000;
  const bot = Number(token.split(":")[0]);
  const headers = { "x-telegram-bot-api-secret-token": secret };

  function update(part: object, queue = "other", times = 1): Promise<void> {
    if (!deliverer) throw new Error("no webhook is set");
    updates += 1;
    return deliverer.deliver(queue, JSON.stringify({ update_id: updates, ...part }), headers, times);
  }
  const from = (chat: number) => ({ id: chat, is_bot: false, first_name: "Warga", language_code: "id" });
  const privateChat = (chat: number) => ({ id: chat, first_name: "Warga", type: "private" });
  const messageOf = (chat: number, part: object) => ({
    message_id: updates,
    from: from(chat),
    chat: privateChat(chat),
    date: Math.floor(Date.now() / 1_000),
    ...part,
  });

  return {
    url: `${platform.origin}${basePath}`,
    state,
    calls: platform.calls,
    setLatency: platform.setLatency,
    setWebhook(url: string) {
      deliverer = openDeliverer(url, { clock });
    },
    stats: () => deliverer?.stats ?? { latencies: [], statuses: {} },
    fail: (method: string, fault: Fault, times = 1) => platform.fail(method, fault, times),
    say: (chat: number, text: string, times = 1) => update({ message: messageOf(chat, { text }) }, `m${chat}`, times),
    message: (chat: number, part: object, times = 1) => update({ message: messageOf(chat, part) }, `m${chat}`, times),
    press(chat: number, data: string, times = 1) {
      const id = `${chat}${updates}${Math.floor(performance.now())}`;
      state.openQueries.add(id);
      const last = state.sent.get(String(chat))?.at(-1);
      const message = {
        message_id: last?.message_id ?? 1,
        from: { id: bot, is_bot: true },
        chat: privateChat(chat),
        date: 1,
        text: last?.text ?? "",
      };
      return update({ callback_query: { id, from: from(chat), message, chat_instance: "1", data } }, `c${chat}`, times);
    },
    update,
    sent: (chat: number): SentMessage[] => state.sent.get(String(chat)) ?? [],
    async waitFor(chat: number, count: number, ms = 10_000): Promise<SentMessage[]> {
      const until = performance.now() + ms;
      for (;;) {
        const messages = state.sent.get(String(chat)) ?? [];
        if (messages.length >= count) return messages;
        if (performance.now() > until) throw new Error(`${messages.length} of ${count} messages reached chat ${chat}`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    async close() {
      await deliverer?.close();
      await platform.close();
    },
  };
}

function fileAnswer(state: BotState, path: string) {
  const [, name] = /\/file\/bot[^/]+\/(.+)$/.exec(path) ?? [];
  const file = name ? [...state.files.values()].find((one) => one.path === name) : undefined;
  if (!name) return undefined;
  return file
    ? { status: 200, body: file.bytes }
    : { status: 404, body: { ok: false, error_code: 404, description: "Not Found" } };
}
