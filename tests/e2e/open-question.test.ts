import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Content } from "../../src/vocabulary/message.ts";
import { startWithBoth } from "../support/both-platforms.ts";
import { inbound, someone } from "../support/messages.ts";
import { serviceShapes } from "../support/service-shapes.ts";
import type { Telegram } from "../support/telegram/index.ts";
import type { WhatsApp } from "../support/whatsapp/index.ts";

const API_TOKEN = "token-of-the-tests-0123456789";
const PHONE_ID = "100200304";
const STORY = ["halo", "3", "4", "tidak masuk daftar", "desa Jegreg", "1"];
const numberIn = (text = "") => /LMG-\d{2}-\d{6}-\d/.exec(text)?.[0] ?? "";

type Citizen = {
  say(text: string): Promise<unknown>;
  photo(): Promise<unknown>;
  voice(): Promise<unknown>;
  press(id: string): Promise<unknown>;
  read(): Promise<string[]>;
  lastButton(part: string): Promise<string>;
};

describe.each(serviceShapes)("an officer's question over $name", { timeout: 60_000 }, ({ open }) => {
  let both: Awaited<ReturnType<typeof startWithBoth>>;
  let telegram: Telegram;
  let whatsapp: WhatsApp;
  let service: (typeof both)["service"];
  let people = 0;

  beforeAll(async () => {
    both = await startWithBoth(open, { API_TOKEN, WHATSAPP_PHONE_NUMBER_ID__LAMONGAN: PHONE_ID });
    ({ telegram, whatsapp, service } = both);
  }, 60_000);
  afterAll(() => both.close());

  const JPEG = Buffer.from("not a photo");
  const citizens: Record<string, () => Citizen> = {
    telegram() {
      const chat = 91_000 + ++people;
      const file = (id: string) => telegram.state.files.set(id, { path: `photos/${id}`, bytes: JPEG });
      return {
        say: (text) => telegram.say(chat, text),
        photo: async () => {
          file(`p${chat}`);
          await telegram.message(chat, { photo: [{ file_id: `p${chat}` }] });
        },
        voice: async () => {
          file(`v${chat}`);
          await telegram.message(chat, { voice: { file_id: `v${chat}` } });
        },
        press: (id) => telegram.press(chat, id),
        read: async () => telegram.sent(chat).map(({ text }) => text),
        lastButton: async (part) => lastIn(telegram.sent(chat), part),
      };
    },
    whatsapp() {
      const who = `62813000${String(++people).padStart(4, "0")}`;
      const media = (mime: string) => whatsapp.addMedia(JPEG, mime);
      return {
        say: (text) => whatsapp.say(who, text),
        photo: () => whatsapp.message(who, { type: "image", image: { id: media("image/jpeg") } }),
        voice: () =>
          whatsapp.message(who, { type: "audio", audio: { id: media("audio/ogg; codecs=opus"), voice: true } }),
        press: (id) => whatsapp.press(who, id),
        read: async () => whatsapp.sent(who).map(({ text }) => text),
        lastButton: async (part) => lastIn(whatsapp.sent(who), part),
      };
    },
    webchat() {
      const contact = someone(`question-${++people}`);
      const { store, queue } = service.runtime;
      const send = async (content: Content) => {
        const [recorded] = await store.recordInbound([{ ...inbound(contact, ""), content }]);
        await queue.wake("inbound", { conversation: recorded?.conversation ?? "" });
      };
      return {
        say: (text) => send({ type: "text", text }),
        photo: () => send({ type: "media", kind: "image", file: "p" }),
        voice: () => send({ type: "media", kind: "voice", file: "v" }),
        press: (id) => send({ type: "choice", id }),
        read: async () =>
          (await store.history(contact, 90)).filter(({ from }) => from === "service").map(({ text }) => text),
        lastButton: async (part) =>
          lastIn(
            (await store.history(contact, 90)).filter(({ from }) => from === "service"),
            part,
          ),
      };
    },
  };
  const buttonIn = (sent: string, part: string): string =>
    new RegExp(`>reply\\.${part}[^"\\\\]*`).exec(sent)?.[0] ?? "";
  /** A message about an unreadable file may come after the message with the button. */
  const lastIn = (sent: readonly unknown[], part: string): string =>
    sent.map((one) => buttonIn(JSON.stringify(one), part)).findLast((id) => id !== "") ?? "";

  const ask = async (number: string, id: string, text: string) =>
    (
      await fetch(`${service.url}/api/tickets/${number}/ask`, {
        method: "POST",
        headers: { authorization: `Bearer ${API_TOKEN}`, "content-type": "application/json" },
        body: JSON.stringify({ id, by: "sari", text }),
      })
    ).status;
  const given = async (number: string) => {
    const ticket = await service.runtime.store.ticket(number);
    const added = ticket?.events.flatMap((event) =>
      event.type === "add" ? [event.files ? (event.files[0]?.kind ?? "") : event.text] : [],
    );
    return { state: ticket?.state, added };
  };

  it.each(Object.keys(citizens))(
    "on %s is answered by words, a photo and a voice message, each once, and the last answer is taken back",
    async (channel) => {
      const citizen = citizens[channel]?.() as Citizen;
      const heard = async (act: () => Promise<unknown>, words: string | RegExp) => {
        const before = (await citizen.read()).length;
        await act();
        await expect
          .poll(async () => (await citizen.read()).slice(before).join("\n"), { timeout: 20_000 })
          .toMatch(words);
      };
      for (const text of STORY) await heard(() => citizen.say(text), /./);
      const number = numberIn((await citizen.read()).join("\n"));
      await heard(() => citizen.say("menu"), "Apa yang ingin");
      await heard(async () => expect(await ask(number, "ask-00001", "RT berapa?")).toBe(200), "RT berapa?");
      expect(await given(number)).toEqual({ state: "waiting", added: [] });
      await heard(() => citizen.say("ok"), "RT berapa?");
      await heard(() => citizen.say("RT 3 RW 1"), /sampaikan/);
      await expect.poll(() => given(number)).toEqual({ state: "working", added: ["RT 3 RW 1"] });
      await heard(() => citizen.photo(), /sampaikan/);
      await heard(() => citizen.voice(), /sampaikan/);
      await expect.poll(() => given(number)).toEqual({ state: "working", added: ["RT 3 RW 1", "image", "voice"] });
      await heard(() => citizen.say("selesai"), "sudah ada pada petugas");

      await heard(async () => expect(await ask(number, "ask-00002", "Nama ibunya?")).toBe(200), "Nama ibunya?");
      await heard(() => citizen.say("jam berapa kantor dinas sosial buka"), /sampaikan/);
      await expect.poll(() => citizen.lastButton("other"), { timeout: 20_000 }).not.toBe("");
      const other = await citizen.lastButton("other");
      await heard(() => citizen.press(other), "tarik");
      await expect.poll(() => given(number)).toEqual({ state: "waiting", added: ["RT 3 RW 1", "image", "voice", ""] });
    },
  );
});
