import { createHash, createHmac } from "node:crypto";
import { openDeliverer } from "../deliverer.ts";
import { type Fault, startPlatform } from "../platform.ts";
import { type GraphState, graphAnswer, platformNow, type SentMessage } from "./graph-api.ts";

export type WhatsAppOptions = {
  token: string;
  appSecret: string;
  phoneNumberId: string;
  webhook?: string;
  latency?: number;
  /** Multiplies the pauses of redelivery. */
  clock?: number;
  port?: number;
};

export type WhatsApp = Awaited<ReturnType<typeof startWhatsApp>>;

const VERSION = "/v25.0/";
const DAY = 86_400_000;

/** Like Meta, escapes every non-ASCII character. */
export const escaped = (value: unknown): string =>
  JSON.stringify(value).replace(/[\u0080-\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);

export const signed = (body: string, secret: string): Record<string, string> => ({
  "x-hub-signature-256": `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`,
});

export async function startWhatsApp(options: WhatsAppOptions) {
  const { token, appSecret, phoneNumberId, latency = 0, clock = 0.01, port = 0 } = options;
  const state: GraphState = {
    token,
    phoneNumberId,
    sent: new Map(),
    ahead: 0,
    lastWrote: new Map(),
    window: DAY,
    windowAsStatus: false,
    pairPause: 0,
    lastSent: new Map(),
    media: new Map(),
    templates: [],
    status: "CONNECTED",
    quality: "GREEN",
    app: {
      id: "7700",
      secret: appSecret,
      callback: undefined,
      active: true,
      fields: ["messages"],
      subscribed: true,
    },
    readMarks: [],
    failedLater: [],
    next: 0,
    origin: "",
  };
  const platform = await startPlatform({
    nameOf: (path) => path.split("?")[0]?.split("/").at(-1) ?? "",
    answer: (call) => downloadAnswer(state, call.path, call.headers.authorization) ?? graphAnswer(state, call),
    latency,
    port,
  });
  state.origin = platform.origin;
  let deliverer = options.webhook ? openDeliverer(options.webhook, { clock }) : undefined;
  let messages = 0;

  function send(values: object[], times = 1, queue = `q${messages}`): Promise<void> {
    if (!deliverer) throw new Error("no webhook is set");
    const changes = values.map((value) => ({ field: "messages", value }));
    const body = escaped({ object: "whatsapp_business_account", entry: [{ id: "1", changes }] });
    return deliverer.deliver(queue, body, signed(body, appSecret), times);
  }
  const metadata = { display_phone_number: "62322000000", phone_number_id: phoneNumberId };
  const timestamp = (at = platformNow(state)) => String(Math.floor(at / 1_000));

  /** `from` is a phone number or a user id. */
  function messageFrom(from: string, part: object): object {
    messages += 1;
    const message = { timestamp: timestamp(), ...part };
    const before = state.lastWrote.get(from) ?? Number.NEGATIVE_INFINITY;
    state.lastWrote.set(from, Math.max(before, Number(message.timestamp) * 1_000));
    const isPhone = /^\d+$/.test(from);
    const sender = isPhone ? { from } : { from_user_id: from };
    const contact = isPhone
      ? { profile: { name: "Warga" }, wa_id: from }
      : { profile: { name: "Warga" }, user_id: from };
    const id = `wamid.${Buffer.from(`${from}${messages}`).toString("base64")}`;
    return {
      messaging_product: "whatsapp",
      metadata,
      contacts: [contact],
      messages: [{ ...sender, id, ...message }],
    };
  }
  const status = (id: string, to: string, name: string, more: object = {}): object => ({
    messaging_product: "whatsapp",
    metadata,
    statuses: [{ id, status: name, timestamp: timestamp(), recipient_id: to, ...more }],
  });

  return {
    url: `${platform.origin}${VERSION}`,
    state,
    calls: platform.calls,
    setLatency: platform.setLatency,
    setWebhook(url: string) {
      deliverer = openDeliverer(url, { clock });
    },
    stats: () => deliverer?.stats ?? { latencies: [], statuses: {} },
    fail: (name: string, fault: Fault, times = 1) => platform.fail(name, fault, times),
    say: (from: string, body: string, times = 1) =>
      send([messageFrom(from, { type: "text", text: { body } })], times, from),
    message: (from: string, part: object, times = 1) => send([messageFrom(from, part)], times, from),
    press(from: string, id: string, title = "", times = 1) {
      const isList = state.sent.get(from)?.at(-1)?.type === "list";
      const interactive = isList
        ? { type: "list_reply", list_reply: { id, title } }
        : { type: "button_reply", button_reply: { id, title } };
      return send([messageFrom(from, { type: "interactive", interactive })], times, from);
    },
    messageFrom,
    timestamp,
    status,
    send,
    closeWindow: (contact: string) => state.lastWrote.set(contact, platformNow(state) - state.window - 1_000),
    /** Also counts the requests that Meta refused. */
    attempts: (to: string, type: string) =>
      platform.calls.filter(({ name, body }) => {
        const call = body as { to?: string; recipient?: string; type?: string };
        return name === "messages" && (call.to ?? call.recipient) === to && call.type === type;
      }).length,
    report(to: string, sent: SentMessage, names: string[], times = 1) {
      const more = sent.callbackData ? { biz_opaque_callback_data: sent.callbackData } : {};
      return send(
        names.map((name) => status(sent.id, to, name, more)),
        times,
      );
    },
    async reportFailed() {
      for (const { to, id, callbackData, code } of state.failedLater.splice(0)) {
        const errors = [{ code, title: "failed", message: "failed" }];
        await send([
          status(id, to, "failed", { errors, ...(callbackData ? { biz_opaque_callback_data: callbackData } : {}) }),
        ]);
      }
    },
    addMedia(bytes: Buffer, mime: string): string {
      const id = String(900_000 + state.media.size);
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      state.media.set(id, { bytes, mime, sha256, until: performance.now() + 300_000 });
      return id;
    },
    sent: (to: string): SentMessage[] => state.sent.get(to) ?? [],
    async waitFor(to: string, count: number, ms = 10_000): Promise<SentMessage[]> {
      const until = performance.now() + ms;
      for (;;) {
        const sent = state.sent.get(to) ?? [];
        if (sent.length >= count) return sent;
        if (performance.now() > until) throw new Error(`${sent.length} of ${count} messages reached the citizen`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    async close() {
      await deliverer?.close();
      await platform.close();
    },
  };
}

/** A media URL is valid for five minutes and needs the same token. */
function downloadAnswer(state: GraphState, path: string, authorization: string | undefined) {
  const [, id] = /^\/media\/(\w+)$/.exec(path) ?? [];
  if (!id) return undefined;
  const media = state.media.get(id);
  if (!media || performance.now() > media.until) return { status: 404, body: "expired" };
  if (authorization !== `Bearer ${state.token}`) return { status: 401, body: "no token" };
  return { status: 200, body: media.bytes, headers: { "content-type": media.mime } };
}
