import type { Answer, Call } from "../platform.ts";

export type SentMessage = {
  id: string;
  type: string;
  text: string;
  choices: { id: string; title: string; description?: string }[];
  callbackData: string | undefined;
  raw: Record<string, unknown>;
  at: number;
};

type Template = { name: string; language: string; status: string; category: string; parameters?: number };

export type GraphState = {
  token: string;
  phoneNumberId: string;
  sent: Map<string, SentMessage[]>;
  /** Ms that Meta's clock is ahead of ours. */
  ahead: number;
  /** In ms by Meta's clock; Meta takes free text only until `window` ms later. */
  lastWrote: Map<string, number>;
  window: number;
  /** If true, Meta reports a closed window only later, as a failed status. */
  windowAsStatus: boolean;
  /** In ms between two messages to a citizen; 0 means no limit. */
  pairPause: number;
  lastSent: Map<string, number>;
  media: Map<string, { bytes: Buffer; mime: string; sha256: string; until: number }>;
  templates: Template[];
  status: string;
  quality: string;
  app: {
    id: string;
    secret: string;
    callback: string | undefined;
    active: boolean;
    fields: string[];
    subscribed: boolean;
  };
  readMarks: string[];
  failedLater: { to: string; id: string; callbackData: string | undefined; code: number }[];
  next: number;
  origin: string;
};

const bad = (status: number, code: number, message: string, subcode?: number): Answer => ({
  status,
  body: {
    error: {
      message: `(#${code}) ${message}`,
      type: "OAuthException",
      code,
      ...(subcode ? { error_subcode: subcode } : {}),
      fbtrace_id: "stand-in",
    },
  },
});

const wamid = (to: string, serial: number): string =>
  `wamid.${Buffer.from(`\u0012${to}\u0015${serial}`).toString("base64")}`;

export const platformNow = ({ ahead }: Pick<GraphState, "ahead">): number => Date.now() + ahead;

export function graphAnswer(state: GraphState, call: Call): Answer {
  const answer = answerOf(state, call);
  return { ...answer, headers: { ...answer.headers, date: new Date(platformNow(state)).toUTCString() } };
}

function answerOf(state: GraphState, { path, headers, body }: Call): Answer {
  const { app } = state;
  if (path.includes(`/${app.id}/subscriptions`))
    return headers.authorization === `Bearer ${app.id}|${app.secret}`
      ? { status: 200, body: { data: subscriptionsOf(app) } }
      : bad(400, 1, "Error validating client secret.");
  if (headers.authorization !== `Bearer ${state.token}`) return bad(401, 190, "Invalid OAuth access token");
  const { pathname, searchParams } = new URL(path, state.origin);
  const [, , first = "", second = ""] = pathname.split("/");
  if (state.media.has(first)) return mediaAnswer(state, first);
  if (first === "app") return { status: 200, body: { id: app.id } };
  if (second === "subscribed_apps") {
    const data = app.subscribed ? [{ whatsapp_business_api_data: { id: app.id, name: "Stand-in" } }] : [];
    return { status: 200, body: { data } };
  }
  if (second === "message_templates") return templatesAnswer(state, searchParams.get("name") ?? "");
  if (first !== state.phoneNumberId)
    return bad(400, 100, `Unsupported request. Object with ID '${first}' does not exist`, 33);
  if (second === "messages") return messagesAnswer(state, (body ?? {}) as Record<string, unknown>);
  return second === "" ? { status: 200, body: numberInfo(state) } : bad(404, 100, "Unknown path");
}

const subscriptionsOf = ({ callback, active, fields }: GraphState["app"]) =>
  callback === undefined
    ? []
    : [
        {
          object: "whatsapp_business_account",
          callback_url: callback,
          active,
          fields: fields.map((name) => ({ name, version: "v25.0" })),
        },
      ];

const numberInfo = ({ phoneNumberId, status, quality }: GraphState) => ({
  status,
  id: phoneNumberId,
  display_phone_number: "+62 322 000000",
  verified_name: "Dinas Sosial",
  quality_rating: quality,
});

/** Meta's filter finds every template whose name contains the given name. */
const templatesAnswer = ({ templates }: GraphState, name: string): Answer => ({
  status: 200,
  body: { data: templates.filter((one) => one.name.includes(name)).map(({ parameters: _, ...shown }) => shown) },
});

function mediaAnswer(state: GraphState, id: string): Answer {
  const media = state.media.get(id);
  if (!media) return bad(404, 100, "no such media");
  const url = `${state.origin}/media/${id}`;
  return {
    status: 200,
    body: {
      id,
      url,
      mime_type: media.mime,
      sha256: media.sha256,
      file_size: media.bytes.length,
      messaging_product: "whatsapp",
    },
  };
}

function messagesAnswer(state: GraphState, body: Record<string, unknown>): Answer {
  if (body.messaging_product !== "whatsapp") return bad(400, 100, "messaging_product is required");
  if (body.status === "read") {
    state.readMarks.push(String(body.message_id));
    return { status: 200, body: { success: true } };
  }
  const to = String(body.to ?? body.recipient ?? "");
  if (to === "") return bad(400, 131008, "Required parameter is missing: to");
  const message = readMessage(body, state.templates);
  if ("status" in message) return message;
  const now = performance.now();
  const quiet = platformNow(state) - (state.lastWrote.get(to) ?? Number.NEGATIVE_INFINITY);
  const closed = body.type !== "template" && quiet > state.window;
  if (closed && !state.windowAsStatus) return bad(400, 131047, "Re-engagement message");
  if (state.pairPause > 0 && now - (state.lastSent.get(to) ?? Number.NEGATIVE_INFINITY) < state.pairPause) {
    return bad(429, 131056, "Pair rate limit hit");
  }
  state.lastSent.set(to, now);
  state.next += 1;
  const id = wamid(to, state.next);
  const callbackData = body.biz_opaque_callback_data as string | undefined;
  if (closed) state.failedLater.push({ to, id, callbackData, code: 131047 });
  else {
    const sent = { ...message, id, callbackData, raw: body, at: now };
    const before = state.sent.get(to);
    if (before) before.push(sent);
    else state.sent.set(to, [sent]);
  }
  return {
    status: 200,
    body: { messaging_product: "whatsapp", contacts: [{ input: to, wa_id: to }], messages: [{ id }] },
  };
}

type Read = Pick<SentMessage, "type" | "text" | "choices">;
type Interactive = {
  type: string;
  body?: { text?: string };
  action?: {
    buttons?: { reply: { id: string; title: string } }[];
    button?: string;
    sections?: { rows: { id: string; title: string; description?: string }[] }[];
  };
};

type SentTemplate = {
  name?: string;
  language?: { code?: string };
  components?: { type?: string; parameters?: { type?: string; text?: string }[] }[];
};

function readTemplate(sent: SentTemplate, templates: readonly Template[]): Read | Answer {
  const found = templates.find(({ name, language }) => name === sent.name && language === sent.language?.code);
  if (found?.status === "PAUSED") return bad(400, 132015, "Template is paused");
  if (found?.status === "DISABLED") return bad(400, 132016, "Template is disabled");
  if (found?.status !== "APPROVED") return bad(404, 132001, "Template name does not exist in the translation");
  const values = sent.components?.flatMap(({ type, parameters = [] }) => (type === "body" ? parameters : [])) ?? [];
  if (values.length !== (found.parameters ?? 0)) return bad(400, 132000, "Number of parameters does not match");
  if (values.some(({ type, text = "" }) => type !== "text" || text === "" || /\n|\t| {5}/.test(text))) {
    return bad(400, 132018, "There is an issue with the parameters of the template");
  }
  return { type: "template", text: JSON.stringify(sent), choices: [] };
}

function readMessage(body: Record<string, unknown>, templates: readonly Template[]): Read | Answer {
  if (body.type === "template") return readTemplate((body.template ?? {}) as SentTemplate, templates);
  if (body.type === "text") {
    const text = String((body.text as { body?: string } | undefined)?.body ?? "");
    if (text === "") return bad(400, 131008, "Required parameter is missing: text.body");
    return text.length > 4_096
      ? bad(400, 100, "Param text.body must be at most 4096 characters long")
      : { type: "text", text, choices: [] };
  }
  if (body.type !== "interactive") return bad(400, 131009, "Parameter value is not valid: type");
  return readInteractive(body.interactive as Interactive);
}

function readInteractive({ type, body, action }: Interactive): Read | Answer {
  const text = body?.text ?? "";
  if (text === "" || text.length > 1_024) return bad(400, 131009, "interactive.body.text must be 1 to 1024 characters");
  const buttons = action?.buttons?.map(({ reply }) => reply) ?? [];
  const rows = action?.sections?.flatMap((section) => section.rows) ?? [];
  const choices = type === "button" ? buttons : rows;
  const [most, longest] = type === "button" ? [3, 20] : [10, 24];
  const wrong =
    choices.length === 0 ||
    choices.length > most ||
    choices.some(({ title }) => title.length === 0 || title.length > longest) ||
    rows.some(({ description = "" }) => description.length > 72) ||
    choices.some(({ id }) => id.length === 0 || id.length > (type === "button" ? 256 : 200)) ||
    new Set(choices.map(({ title }) => title)).size < choices.length ||
    (type === "list" && ((action?.button?.length ?? 0) === 0 || (action?.button?.length ?? 0) > 20));
  return wrong ? bad(400, 131009, "Parameter value is not valid: interactive") : { type, text, choices };
}
