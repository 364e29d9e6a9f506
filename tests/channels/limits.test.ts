import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ChannelModule, Service } from "../../src/channels/channel.ts";
import { composeBubbles } from "../../src/channels/compose.ts";
import { channels } from "../../src/channels/index.ts";
import { keyboardOf } from "../../src/channels/telegram/send.ts";
import { payloadOf } from "../../src/channels/whatsapp/render.ts";
import { listTexts } from "../../src/translations/list.ts";
import type { OutboundMessage, Reply } from "../../src/vocabulary/message.ts";
import { locales, translate } from "../conversation/dialogue.ts";
import { held } from "../conversation/dialogue-table.ts";
import { allDialogues } from "../conversation/dialogues/index.ts";
import { DISTRICTS } from "../support/areas.ts";

const LOCALES = join(import.meta.dirname, "../../locales");

const SETTINGS: Record<string, unknown> = {
  telegram: {
    TELEGRAM_BOT_TOKEN: "1:x",
    TELEGRAM_WEBHOOK_SECRET: "0123456789abcdef",
    TELEGRAM_API_ROOT: "http://127.0.0.1:1",
  },
  whatsapp: {
    WHATSAPP_TOKEN: "x",
    WHATSAPP_APP_SECRET: "0123456789",
    WHATSAPP_VERIFY_TOKEN: "0123456789",
    WHATSAPP_PHONE_NUMBER_ID: "1",
    WHATSAPP_API_ROOT: "http://127.0.0.1:1",
  },
  "whatsapp-web": { WHATSAPP_WEB_GATEWAY: "http://127.0.0.1:1", WHATSAPP_WEB_SECRET: "0123456789abcdef" },
  webchat: { WEBCHAT: "on" },
};
const service: Service = {
  endSession: async () => undefined,
  hasEnded: async () => false,
  receive: async () => {},
  history: async () => [],
  watch: () => () => {},
  log: () => {},
  publicUrl: "http://localhost",
  districtName: (id) => id,
  pageTexts: () => ({}),
};

const replies: { label: string; replies: Reply[] }[] = [];
for (const dialogue of allDialogues) {
  held(dialogue, (answer, { said }) =>
    replies.push({ label: `${dialogue.label}, "${said}"`, replies: answer.replies }),
  );
}

describe.each((channels as readonly ChannelModule[]).map((channel) => [channel.name, channel] as const))(
  "%s shows every sentence whole",
  (name, module) => {
    const opened = module.open([{ district: "lamongan", settings: SETTINGS[name] as never }], service);
    const { limits } = opened.accounts[0] ?? {};
    if (!limits) throw new Error(`${name} has no account`);

    it.each(locales)("in %s: titles and descriptions are not cut", async (locale) => {
      await opened.close();
      const cut = replies.flatMap(({ replies: said }) =>
        (said.at(-1)?.choices ?? [])
          .slice(0, limits.choices)
          .flatMap(({ title, description }) => [
            ...(translate(locale, title).length > limits.choiceTitle ? [translate(locale, title)] : []),
            ...(description &&
            limits.choiceDescription > 0 &&
            translate(locale, description).length > limits.choiceDescription
              ? [translate(locale, description)]
              : []),
          ]),
      );
      expect([...new Set(cut)]).toEqual([]);
    });

    it.each(locales)("in %s: the channel shows all choices of a state", (locale) => {
      const tooMany = replies.filter(({ replies: said }) => (said.at(-1)?.choices?.length ?? 0) > limits.choices);
      expect(tooMany.map(({ label }) => `${locale} ${label}`)).toEqual([]);
    });

    it.each(locales)("in %s: an answer is one bubble, or two if its text is too long", (locale) => {
      for (const { label, replies: said } of replies) {
        const bubbles = composeBubbles(said, locale, limits, translate);
        const whole = bubbles.map(({ text }) => text).join("\n\n").length;
        const fits = whole <= (bubbles.at(-1)?.choices.length ? limits.textWithChoices : limits.text);
        expect(bubbles.length, `${label}: ${whole} characters`).toBeLessThanOrEqual(fits ? 1 : 2);
      }
    });

    it.each(locales)("in %s: each message keeps the platform's rules", (locale) => {
      for (const { label, replies: said } of replies) {
        for (const body of composeBubbles(said, locale, limits, translate)) {
          const message: OutboundMessage = { ...body, id: "o1", to: { channel: name, account: "1", address: "628" } };
          expect(message.text.length, label).toBeGreaterThan(0);
          if (name === "telegram") keyboardOf(message.choices);
          if (name === "whatsapp")
            expect(faultsOf(payloadOf(message, translate(locale, { key: "common.openList" }))), label).toEqual([]);
        }
      }
    });
  },
);

it("translators read the limit of a button at every title that a chat offers", () => {
  const shipped = listTexts({ locales: LOCALES, packs: DISTRICTS, own: "/nowhere" }, "jv");
  const limitOf = new Map(shipped.map(({ key, limit }) => [key, limit]));
  const offered = replies.flatMap(({ replies: said }) => said.at(-1)?.choices ?? []);
  const keys = new Set(offered.flatMap(({ title }) => ("key" in title && !title.values ? [title.key] : [])));
  expect(keys.size).toBeGreaterThan(60);
  expect([...keys].filter((key) => (limitOf.get(key) ?? 0) > 24)).toEqual([]);
});

/** Meta's limits in characters: body 1024, button 20, row title 24, row description 72. */
function faultsOf(payload: unknown): string[] {
  const { text, interactive } = payload as {
    text?: { body: string };
    interactive?: {
      type: string;
      body: { text: string };
      action: {
        button?: string;
        buttons?: { reply: { id: string; title: string } }[];
        sections?: { rows: { id: string; title: string; description?: string }[] }[];
      };
    };
  };
  if (!interactive) return (text?.body.length ?? 0) > 0 && (text?.body.length ?? 0) <= 4_096 ? [] : ["text"];
  const { action, body } = interactive;
  const rows = action.sections?.flatMap((section) => section.rows) ?? [];
  const titles = [...(action.buttons ?? []).map(({ reply }) => reply.title), ...rows.map(({ title }) => title)];
  return [
    ...(body.text.length > 1_024 ? ["body"] : []),
    ...((action.button?.length ?? 0) > 20 ? ["button"] : []),
    ...((action.buttons?.length ?? 0) > 3 || action.buttons?.some(({ reply }) => reply.title.length > 20)
      ? ["buttons"]
      : []),
    ...(rows.length > 10 || rows.some((row) => row.title.length > 24 || (row.description?.length ?? 0) > 72)
      ? ["rows"]
      : []),
    ...(new Set(titles).size < titles.length ? ["titles are not unique"] : []),
    ...(titles.some((title) => title === "") ? ["an empty title"] : []),
  ];
}
