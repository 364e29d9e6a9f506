import fc from "fast-check";
import { fileTypeFromBuffer } from "file-type";
import { describe, expect, it } from "vitest";
import { cleanFile } from "../../src/media/clean-file.ts";
import { cleanMedia } from "../../src/media/clean-media.ts";
import { AppError } from "../../src/vocabulary/errors.ts";
import { joined, latin1, type Made, u32, u64 } from "../support/media-files/bytes.ts";
import { box, fragmentedFilm, handlerBox, phoneFilm, tracedFilm, track } from "../support/media-files/mp4.ts";
import { chainedSounds, longComments, oggChecksum, oggOf, opusVoice, page } from "../support/media-files/ogg.ts";
import { aacStream, amrVoice, chunk, id3, mp3Frame, mp3Song, riff, wavSound } from "../support/media-files/sounds.ts";
import {
  element,
  liveFilm,
  openElement,
  tracedWebm,
  trackEntry,
  webmFilm,
  webmOf,
} from "../support/media-files/webm.ts";

const PLACE = "-07.1178+112.4155+012.000/";

const files: [string, (words: string) => Made][] = [
  ["an MP4 of a phone", (words) => phoneFilm(words)],
  ["a 3GP", (words) => phoneFilm(words, "video/3gpp")],
  ["a QuickTime film", (words) => phoneFilm(words, "video/quicktime")],
  ["an M4A", (words) => phoneFilm(words, "audio/x-m4a")],
  ["a film with a record of places (gpmd)", (words) => tracedFilm(words)],
  ["a film with a record of places (camm)", (words) => tracedFilm(words, "camm")],
  ["a film in fragments", (words) => fragmentedFilm(words)],
  ["a WebM", webmFilm],
  ["a WebM as a browser records it", liveFilm],
  ["a WebM with a track of words", (words) => tracedWebm(words)],
  ["a voice in Opus", (words) => opusVoice(words)],
  ["Opus with comments over three pages", longComments],
  ["Vorbis and Opus, one behind the other", chainedSounds],
  ["an MP3", (words) => mp3Song(words)],
  ["an AAC stream", aacStream],
  ["a WAV", (words) => wavSound(words)],
  ["a WAV whose recorder did not know its length", (words) => wavSound(words, true)],
  ["an AMR", amrVoice],
];

const refusal = expect.objectContaining({ code: "FILE_REFUSED", details: { field: "not-as-said" } });
/** Returns the cleaned bytes, or `undefined` for a refused file. */
function cleanedOf(bytes: Buffer, type: string): Buffer | undefined {
  try {
    return cleanMedia(bytes, type);
  } catch (error) {
    if (error instanceof AppError && error.code === "FILE_REFUSED") return undefined;
    throw error;
  }
}

describe("a film or a sound loses its device's descriptions", () => {
  it.each(files)("%s", async (_, make) => {
    const { bytes, type, kept } = make(PLACE);
    const before = Buffer.from(bytes);
    expect((await fileTypeFromBuffer(bytes))?.mime.split(";")[0], "as it is told apart").toBe(type);
    const cleaned = cleanMedia(bytes, type);
    expect(bytes.equals(before), "the original is left alone").toBe(true);
    expect(cleaned.length).toBe(bytes.length);
    expect(cleaned.includes("07.1178")).toBe(false);
    for (const piece of kept) expect(cleaned.indexOf(piece), "in its place").toBe(bytes.indexOf(piece));
    expect(cleanMedia(cleaned, type).equals(cleaned), "twice is once").toBe(true);
    expect((await fileTypeFromBuffer(cleaned))?.mime.split(";")[0], "still what it was").toBe(type);
  });

  it("with any words, and in every place of the format", () => {
    const words = fc.stringMatching(/^[a-z]{12,80}$/);
    const cases = files.filter(([name]) => name !== "an AMR");
    fc.assert(
      fc.property(words, fc.constantFrom(...cases), (text, [, make]) => {
        const { bytes, type, kept } = make(text);
        const cleaned = cleanMedia(bytes, type);
        expect(bytes.includes(text)).toBe(true);
        expect(cleaned.includes(text)).toBe(false);
        expect(cleaned.length).toBe(bytes.length);
        expect(kept.every((piece) => cleaned.indexOf(piece) === bytes.indexOf(piece))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("also after a tag with a footer", () => {
    const { bytes, type, kept } = mp3Song(PLACE, true);
    const cleaned = cleanMedia(bytes, type);
    expect(cleaned.includes("07.1178")).toBe(false);
    expect(cleaned.indexOf(kept[0] ?? "")).toBe(bytes.indexOf(kept[0] ?? ""));
    const size = [...cleaned.subarray(6, 10)].reduce((sum, byte) => sum * 128 + byte, 0);
    expect([cleaned[5], 10 + size]).toEqual([0, bytes.indexOf(kept[0] ?? "")]);
  });

  it("and stays a valid Ogg: every page has its checksum", () => {
    const cleaned = cleanMedia(longComments(PLACE).bytes, "audio/ogg");
    for (let at = 0; at < cleaned.length; ) {
      const sizes = cleaned.subarray(at + 27, at + 27 + (cleaned[at + 26] ?? 0));
      const end = at + 27 + sizes.length + sizes.reduce((sum, size) => sum + size, 0);
      const own = Buffer.from(cleaned.subarray(at, end));
      own.fill(0, 22, 26);
      expect(cleaned.readUInt32LE(at + 22)).toBe(oggChecksum(own));
      at = end;
    }
  });

  it("through `cleanFile`, which leaves a PDF unchanged", async () => {
    const film = phoneFilm(PLACE);
    expect(await cleanFile(film.bytes, "video")).toEqual({
      bytes: cleanMedia(film.bytes, film.type),
      type: "video/mp4",
    });
    const paper = latin1(`%PDF-1.4\n1 0 obj<</Title(${PLACE})>>endobj\n%%EOF\n`);
    expect((await cleanFile(paper, "document")).bytes.equals(paper)).toBe(true);
    await expect(cleanFile(joined("fLaC", u32(0x22), Buffer.alloc(80)), "audio")).rejects.toEqual(refusal);
  });
});

const start = box("ftyp", "isom", u32(0));
const film = (...more: Buffer[]): Buffer => joined(start, box("moov", track({ handler: "vide" }), ...more));
const traced = (trace: Buffer): Buffer =>
  joined(start, box("mdat", "picture"), box("moov", track({ handler: "vide" }), trace));
const opus = (...pages: Buffer[]) => oggOf(page(1, [joined("OpusHead", Buffer.alloc(11))], { first: true }), ...pages);
const one = trackEntry(1, 1, "");

const malformed: [string, string, Buffer][] = [
  ["a box that is longer than its file", "video/mp4", joined(film(), u32(900), "mdat")],
  ["a box that is longer than the one around it", "video/mp4", film(joined(u32(99), "udta"))],
  ["a box of 2^63 bytes", "video/mp4", joined(film(), u32(1), "mdat", u64(2n ** 63n), "picture")],
  ["a box of 2^64 - 1 bytes", "video/mp4", joined(film(), u32(1), "udta", u64(2n ** 64n - 1n))],
  ["a long length that is cut off", "video/mp4", joined(film(), u32(1), "mdat")],
  ["a box shorter than its own header", "video/mp4", joined(film(), u32(7), "mdat")],
  ["a box without an end inside another", "video/mp4", film(joined(u32(0), "udta"))],
  ["no movie", "video/mp4", joined(start, box("mdat", "picture"))],
  ["two movies", "video/mp4", joined(film(), box("moov", track({ handler: "vide" })))],
  ["no track", "video/mp4", joined(start, box("moov", box("mvhd")))],
  ["a compressed movie", "video/quicktime", joined(start, box("moov", box("cmov", "zlib")))],
  ["nothing but a record of places", "video/mp4", joined(start, box("moov", track({ handler: "meta" })))],
  [
    "a track that says twice what it is",
    "video/mp4",
    film(box("trak", box("mdia", handlerBox("vide", ""), handlerBox("meta", "")))),
  ],
  ["a track that hardly says what it is", "video/mp4", film(box("trak", box("mdia", box("hdlr", u32(0)))))],
  ["a record in fragments", "video/mp4", fragmentedFilm(PLACE, ["vide", "meta"]).bytes],
  ["a record that lies outside of the media", "video/mp4", traced(track({ handler: "meta", chunks: [4], sizes: [9] }))],
  ["a record longer than its file", "video/mp4", traced(track({ handler: "meta", chunks: [30], sizes: [2 ** 31] }))],
  ["a record without a table", "video/mp4", traced(box("trak", box("mdia", handlerBox("meta", ""))))],
  ["boxes without number", "video/mp4", joined(film(), ...Array.from({ length: 120_000 }, () => box("free")))],
  [
    "an element longer than its file",
    "video/webm",
    joined(webmOf(element(0x1654ae6b, one)), Buffer.from([0xec, 0xfe])),
  ],
  [
    "an element of 2^56 - 2 bytes",
    "video/webm",
    webmOf(element(0x1654ae6b, one), Buffer.from("ec01fffffffffffffe", "hex")),
  ],
  ["zeros for an element", "video/webm", webmOf(element(0x1654ae6b, one), Buffer.alloc(40))],
  ["tags without an end", "video/webm", webmOf(element(0x1654ae6b, one), openElement(0x1254c367))],
  ["tracks without an end", "video/webm", webmOf(openElement(0x1654ae6b, one))],
  ["a track without an end", "video/webm", webmOf(element(0x1654ae6b, openElement(0xae)))],
  ["a WebM without a track", "video/webm", webmOf(element(0x1254c367, PLACE))],
  ["words whose track comes after them", "video/webm", tracedWebm(PLACE, true).bytes],
  ["an Ogg that is cut off", "audio/ogg", opusVoice(PLACE).bytes.subarray(0, -3)],
  ["an Ogg with something behind it", "audio/ogg", joined(opusVoice(PLACE).bytes, PLACE)],
  ["an Ogg without comments", "audio/ogg", opus()],
  ["comments that never end", "audio/ogg", opus(page(1, [Buffer.alloc(510, "x")]))],
  ["comments that are none", "audio/ogg", opus(page(1, [latin1("OpusNone and more")]))],
  ["comments without room for a list", "audio/ogg", opus(page(1, [latin1("OpusTags\0\0")]))],
  ["a page of a sound that never began", "audio/ogg", opus(page(2, [latin1("x")]))],
  ["a sound begun again before its comments came", "audio/ogg", joined(opus(), opusVoice(PLACE, 1).bytes)],
  ["an Ogg in a coding that we do not know", "audio/ogg", page(1, [latin1("\x7fFLAC\x01\0")], { first: true })],
  ["a tag longer than its file", "audio/mpeg", id3(PLACE).subarray(0, 60)],
  ["a tag alone", "audio/mpeg", id3(PLACE)],
  ["an MP3 without frames", "audio/mpeg", joined(Buffer.from([0xff, 0xfb, 0x90, 0]), Buffer.alloc(900))],
  ["one frame and words", "audio/mpeg", joined(mp3Frame(1), PLACE)],
  ["an AAC without frames", "audio/aac", joined(Buffer.from([0xff, 0xf1, 0, 0, 0, 0, 0]), Buffer.alloc(90))],
  ["a WAV without sound", "audio/wav", riff(chunk("fmt ", "format"))],
  ["a chunk longer than its file", "audio/wav", riff(chunk("data", "tone"), chunk("LIST", PLACE, 2 ** 31))],
];

describe("a file that cannot be read to its end is refused", () => {
  it.each(malformed)("%s", (_, type, bytes) => {
    expect(() => cleanMedia(bytes, type)).toThrow(refusal);
  });

  it("cut off anywhere: cleaned or refused", () => {
    for (const [, make] of files) {
      const { bytes, type } = make(PLACE);
      for (let length = 0; length < bytes.length; length += 1) {
        const cleaned = cleanedOf(bytes.subarray(0, length), type);
        if (cleaned) expect(cleaned.length).toBe(length);
      }
    }
  });

  it("changed at random: cleaned or refused, never longer, and unchanged by a second cleaning", () => {
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      bytes: fc.oneof(
        fc.uint8Array({ minLength: 1, maxLength: 12 }),
        fc.constantFrom(
          u32(0),
          u32(1),
          u32(8),
          u64(2n ** 63n),
          u64(2n ** 64n - 1n),
          latin1("moov"),
          latin1("OggS"),
          latin1("ID3"),
        ),
      ),
      how: fc.constantFrom<"over" | "into" | "out">("over", "into", "out"),
    });
    const changed = (
      bytes: Buffer,
      { at, bytes: more, how }: { at: number; bytes: Uint8Array; how: string },
    ): Buffer => {
      const from = Math.floor(at * bytes.length);
      const rest = bytes.subarray(from + (how === "into" ? 0 : more.length));
      return joined(bytes.subarray(0, from), how === "out" ? "" : Buffer.from(more), rest);
    };
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.array(change, { minLength: 1, maxLength: 6 }), ([, make], changes) => {
        const { bytes, type } = make(PLACE);
        const hurt = changes.reduce(changed, bytes);
        const cleaned = cleanedOf(hurt, type);
        if (!cleaned) return;
        expect(cleaned.length).toBe(hurt.length);
        expect(cleanedOf(cleaned, type)?.equals(cleaned)).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });
});
