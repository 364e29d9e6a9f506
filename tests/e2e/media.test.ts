import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MediaFile } from "../../src/vocabulary/message.ts";
import { startWithBoth } from "../support/both-platforms.ts";
import { phoneFilm } from "../support/media-files/mp4.ts";
import { opusVoice } from "../support/media-files/ogg.ts";
import { serviceShapes } from "../support/service-shapes.ts";
import type { Telegram } from "../support/telegram/index.ts";
import type { WhatsApp } from "../support/whatsapp/index.ts";

const API_TOKEN = "token-of-the-tests-0123456789";

/** A photo from a phone: turned on its side, with the place where it was taken. */
const photo = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: "#a33" } })
    .jpeg()
    .withExif({ IFD3: { GPSLatitudeRef: "S", GPSLatitude: "7/1 6/1 0/1" } })
    .withMetadata({ orientation: 6 })
    .toBuffer();

/** A PNG of a few bytes that claims 50,000 x 50,000 pixels. */
function flood(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const crc = Buffer.alloc(4);
    crc.writeUInt32BE(crc32(body));
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, body, crc]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(50_000, 0);
  header.writeUInt32BE(50_000, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.alloc(1_000));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))]);
}

function crc32(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

const ZIP = Buffer.concat([Buffer.from("504b0304140000000800", "hex"), Buffer.alloc(200)]);
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
const PLACE = "-07.1178+112.4155/";
const VOICE = opusVoice(PLACE).bytes;
const PDF = Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");

const bad: [string, MediaFile["kind"], () => Buffer | Promise<Buffer>, string][] = [
  ["a zip that says it is a photo", "image", () => ZIP, "unwanted"],
  ["an SVG", "document", () => SVG, "not-as-said"],
  ["a PDF that says it is a photo", "image", () => PDF, "not-as-said"],
  ["a flood of pixels", "image", flood, "too-many-pixels"],
  ["half a photo", "image", async () => (await photo()).subarray(0, 200), "not-as-said"],
  ["what is too large", "image", () => Buffer.alloc(11 * 1_024 * 1_024, 1), "too-large"],
  ["half a film", "video", () => phoneFilm(PLACE).bytes.subarray(0, 900), "not-as-said"],
  ["a page of HTML as a voice", "voice", () => Buffer.from("<!doctype html><script>1</script>"), "not-as-said"],
];

describe.each(serviceShapes)("files of a ticket over $name", { timeout: 60_000 }, ({ open }) => {
  let both: Awaited<ReturnType<typeof startWithBoth>>;
  let telegram: Telegram;
  let whatsapp: WhatsApp;
  let service: (typeof both)["service"];
  let chats = 81_000;

  beforeAll(async () => {
    both = await startWithBoth(open, { API_TOKEN, WHATSAPP_PHONE_NUMBER_ID__LAMONGAN: "100200302" });
    ({ telegram, whatsapp, service } = both);
  }, 60_000);
  afterAll(() => both.close());

  const api = (path: string) =>
    fetch(`${service.url}/api${path}`, { headers: { authorization: `Bearer ${API_TOKEN}`, "x-operator": "dewi" } });
  type Shown = { attachments: { id: string; state: string; refusal?: string; type?: string; sha256?: string }[] };
  const shown = async (number: string) => (await (await api(`/tickets/${number}`)).json()) as Shown;
  const settled = (number: string, count: number) =>
    expect
      .poll(async () => (await shown(number)).attachments.filter(({ state }) => state !== "pending").length, {
        timeout: 50_000,
      })
      .toBe(count);
  const numberIn = (text = "") => /LMG-\d{2}-\d{6}-\d/.exec(text)?.[0] ?? "";

  async function withFile(
    kind: MediaFile["kind"],
    bytes: Buffer,
    caption = "tolong dilihat",
  ): Promise<{ chat: number; number: string }> {
    const chat = ++chats;
    const id = `file-${chat}`;
    telegram.state.files.set(id, { path: `photos/${id}`, bytes });
    await telegram.say(chat, "petugas");
    await telegram.waitFor(chat, 1);
    const part = kind === "image" ? { photo: [{ file_id: "small" }, { file_id: id }] } : { [kind]: { file_id: id } };
    await telegram.message(chat, { ...part, caption });
    const sent = await telegram.waitFor(chat, 2);
    return { chat, number: numberIn(sent[1]?.text) };
  }

  it("are fetched, lose their place, are sealed, and are shown only to officers", async () => {
    const original = await photo();
    expect((await sharp(original).metadata()).exif).toBeDefined();
    const { number } = await withFile("image", original);
    await settled(number, 1);
    const [file] = (await shown(number)).attachments;
    expect(file).toMatchObject({ state: "kept", type: "image/jpeg" });
    const answer = await api(`/tickets/${number}/files/${file?.id}`);
    expect([
      answer.status,
      answer.headers.get("content-security-policy"),
      answer.headers.get("content-disposition"),
    ]).toEqual([200, "sandbox; default-src 'none'", `attachment; filename="${file?.id}.jpg"`]);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(file?.sha256);
    const { exif, width, height } = await sharp(bytes).metadata();
    expect({ exif, width, height }, "upright, and nothing else").toEqual({ exif: undefined, width: 40, height: 60 });
    expect((await api(`/tickets/${number}/files/other`)).status).toBe(404);
    expect((await fetch(`${service.url}/api/tickets/${number}/files/${file?.id}`)).status).toBe(401);
    const entries = await service.runtime.store.auditEntries(1, 100);
    expect(entries.at(-1)).toMatchObject({ action: "file", subject: file?.id });
  });

  it("keep a phone's film without the place of its recording", async () => {
    const { bytes: film, kept } = phoneFilm(PLACE);
    expect(film.includes(PLACE)).toBe(true);
    const { number } = await withFile("video", film);
    await settled(number, 1);
    const [file] = (await shown(number)).attachments;
    expect(file).toMatchObject({ state: "kept", type: "video/mp4" });
    const bytes = Buffer.from(await (await api(`/tickets/${number}/files/${file?.id}`)).arrayBuffer());
    expect([bytes.length, bytes.includes(PLACE)]).toEqual([film.length, false]);
    for (const piece of kept) expect(bytes.indexOf(piece)).toBe(film.indexOf(piece));
  });

  it.each(bad)("refuse %s, and tell its sender", async (_, kind, make, refusal) => {
    const { chat, number } = await withFile(kind, await make());
    await settled(number, 1);
    expect((await shown(number)).attachments).toMatchObject([{ state: "refused", refusal }]);
    await expect
      .poll(
        () =>
          telegram
            .sent(chat)
            .map(({ text }) => text)
            .join(),
        { timeout: 10_000 },
      )
      .toContain(`laporan ${number}`);
  });

  it("come from WhatsApp too: a voice message, a paper and an album are one addition", async () => {
    const who = `62813${String(++chats).padStart(8, "0")}`;
    await whatsapp.say(who, "petugas");
    await whatsapp.waitFor(who, 1);
    const image = await photo();
    const messages = [
      { type: "audio", audio: { id: whatsapp.addMedia(VOICE, "audio/ogg; codecs=opus"), voice: true } },
      { type: "document", document: { id: whatsapp.addMedia(PDF, "application/pdf"), filename: "surat.pdf" } },
      ...Array.from({ length: 8 }, () => ({ type: "image", image: { id: whatsapp.addMedia(image, "image/jpeg") } })),
      { type: "text", text: { body: "ini buktinya" } },
    ];
    for (const message of messages) await whatsapp.send([whatsapp.messageFrom(who, message)]);
    const [, filed] = await whatsapp.waitFor(who, 2, 20_000);
    const number = numberIn(filed?.text);
    await settled(number, 10);
    const types = (await shown(number)).attachments.map(({ type }) => type);
    expect(types.slice(0, 3)).toEqual(["audio/ogg", "application/pdf", "image/jpeg"]);
    expect(await whatsapp.waitFor(who, 2)).toHaveLength(2);
  });

  it("wait for a platform that is away, and are given up if the platform no longer has them", async () => {
    telegram.fail("getFile", { status: 502, body: "<html>" }, 1);
    const { number } = await withFile("image", await photo());
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await shown(number)).attachments).toMatchObject([{ state: "pending" }]);
    await settled(number, 1);
    const gone = await withFile("image", await photo());
    expect((await shown(gone.number)).attachments).toHaveLength(1);
    telegram.state.files.clear();
    const lost = ++chats;
    await telegram.message(lost, { voice: { file_id: "gone" } });
    await telegram.waitFor(lost, 1);
    await telegram.say(lost, "Siti");
    const sent = await telegram.waitFor(lost, 2);
    await settled(numberIn(sent[1]?.text), 1);
    expect((await shown(numberIn(sent[1]?.text))).attachments).toMatchObject([{ state: "refused", refusal: "gone" }]);
  });
});
