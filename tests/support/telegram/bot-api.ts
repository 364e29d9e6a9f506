import type { Answer, Call } from "../platform.ts";

export type BotState = {
  token: string;
  sent: Map<string, SentMessage[]>;
  blocked: Set<string>;
  unknown: Set<string>;
  migrated: Map<string, number>;
  openQueries: Set<string>;
  answeredQueries: string[];
  webhook: Record<string, unknown>;
  commands: Map<string, unknown>;
  files: Map<string, { path: string; bytes: Buffer }>;
  deleted: { chat: string; message: number }[];
  chats: Map<string, { type: string; member: Record<string, unknown>; permissions?: object }>;
  /** Ms that Telegram's clock is ahead of ours. */
  ahead: number;
  /** In messages a second for one chat; 0 means no limit. */
  chatRate: number;
  lastSent: Map<string, number>;
  nextMessage: number;
};

export type SentMessage = {
  message_id: number;
  text: string;
  buttons: { text: string; callback_data: string }[];
  at: number;
};

const LONGEST = 4_096;
const CALLBACK_BYTES = 64;

const ok = (result: unknown): Answer => ({ status: 200, body: { ok: true, result } });
const bad = (status: number, description: string, parameters?: object): Answer => ({
  status,
  body: { ok: false, error_code: status, description, ...(parameters ? { parameters } : {}) },
});

type Parameters = Record<string, unknown>;

export function botAnswer(state: BotState, { name, path, body }: Call): Answer {
  if (!path.includes(`/bot${state.token}/`)) return bad(401, "Unauthorized");
  const parameters = (body ?? {}) as Parameters;
  const method = methods[name];
  return method ? method(state, parameters) : bad(404, "Not Found");
}

const methods: Record<string, (state: BotState, parameters: Parameters) => Answer> = {
  getMe: ({ token }) =>
    ok({ id: Number(token.split(":")[0]), is_bot: true, first_name: "Stand-in", username: "stand_in_bot" }),
  sendMessage,
  answerCallbackQuery(state, { callback_query_id: id }) {
    if (!state.openQueries.delete(String(id))) {
      return bad(400, "Bad Request: query is too old and response timeout expired or query ID is invalid");
    }
    state.answeredQueries.push(String(id));
    return ok(true);
  },
  setWebhook(state, parameters) {
    state.webhook = parameters;
    return ok(true);
  },
  getWebhookInfo: ({ webhook }) =>
    ok({ url: "", has_custom_certificate: false, pending_update_count: 0, ...webhook, secret_token: undefined }),
  deleteWebhook(state) {
    state.webhook = {};
    return ok(true);
  },
  setMyCommands(state, { commands, language_code: language = "" }) {
    state.commands.set(String(language), commands);
    return ok(true);
  },
  getMyCommands: ({ commands }, { language_code: language = "" }) => ok(commands.get(String(language)) ?? []),
  deleteMessage(state, { chat_id: chat, message_id: message }) {
    state.deleted.push({ chat: String(chat), message: Number(message) });
    return ok(true);
  },
  getChat(state, { chat_id: id }) {
    const moved = state.migrated.get(String(id));
    if (moved !== undefined)
      return bad(400, "Bad Request: group chat was upgraded to a supergroup chat", { migrate_to_chat_id: moved });
    const chat = state.chats.get(String(id));
    return chat
      ? ok({ id: Number(id), type: chat.type, permissions: chat.permissions })
      : bad(400, "Bad Request: chat not found");
  },
  getChatMember(state, { chat_id: id }) {
    const chat = state.chats.get(String(id));
    return chat ? ok(chat.member) : bad(400, "Bad Request: chat not found");
  },
  sendChatAction: (state, { chat_id: id }) =>
    state.blocked.has(String(id)) ? bad(403, "Forbidden: bot was blocked by the user") : ok(true),
  getFile(state, { file_id: id }) {
    const file = state.files.get(String(id));
    return file
      ? ok({ file_id: id, file_path: file.path, file_size: file.bytes.length })
      : bad(400, "Bad Request: invalid file_id");
  },
};

function sendMessage(state: BotState, parameters: Parameters): Answer {
  const chat = String(parameters.chat_id);
  const text = typeof parameters.text === "string" ? parameters.text : "";
  if (state.unknown.has(chat)) return bad(400, "Bad Request: chat not found");
  if (state.blocked.has(chat)) return bad(403, "Forbidden: bot was blocked by the user");
  const moved = state.migrated.get(chat);
  if (moved !== undefined) {
    return bad(400, "Bad Request: group chat was upgraded to a supergroup chat", { migrate_to_chat_id: moved });
  }
  if (text.trim() === "") return bad(400, "Bad Request: message text is empty");
  if (text.length > LONGEST) return bad(400, "Bad Request: message is too long");
  const rows =
    (parameters.reply_markup as { inline_keyboard?: SentMessage["buttons"][] } | undefined)?.inline_keyboard ?? [];
  const buttons = rows.flat();
  if (buttons.some(({ callback_data: data }) => Buffer.byteLength(data ?? "") > CALLBACK_BYTES)) {
    return bad(400, "Bad Request: BUTTON_DATA_INVALID");
  }
  const now = performance.now();
  if (state.chatRate > 0 && now - (state.lastSent.get(chat) ?? Number.NEGATIVE_INFINITY) < 1_000 / state.chatRate) {
    return bad(429, "Too Many Requests: retry after 1", { retry_after: 1 });
  }
  state.lastSent.set(chat, now);
  state.nextMessage += 1;
  const message = { message_id: state.nextMessage, text, buttons, at: now };
  const before = state.sent.get(chat);
  if (before) before.push(message);
  else state.sent.set(chat, [message]);
  return ok({
    message_id: message.message_id,
    date: Math.floor(Date.now() / 1_000),
    chat: { id: Number(chat), type: "private" },
    text,
  });
}
