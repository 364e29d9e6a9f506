import { joined, latin1, type Made, media, u16, u32, u64 } from "./bytes.ts";

export const box = (type: string, ...parts: (Buffer | string)[]): Buffer => {
  const body = joined(...parts);
  return joined(u32(body.length + 8), type, body);
};
const wideBox = (type: string, ...parts: Buffer[]): Buffer => {
  const body = joined(...parts);
  return joined(u32(1), type, u64(BigInt(body.length + 16)), body);
};
const full = (type: string, ...parts: (Buffer | string)[]): Buffer => box(type, u32(0), ...parts);

export type Track = {
  handler: string;
  /** `chunks` has offsets, and `sizes` has the size of each sample, in bytes. */
  chunks?: number[];
  sizes?: number[];
  inside?: Buffer[];
  wide?: boolean;
};

export const handlerBox = (type: string, name: string): Buffer =>
  full("hdlr", u32(0), type, Buffer.alloc(12), name, "\0");

export function track({ handler, chunks = [], sizes = [], inside = [], wide = false }: Track): Buffer {
  const offsets = wide
    ? full("co64", u32(chunks.length), ...chunks.map((at) => u64(BigInt(at))))
    : full("stco", u32(chunks.length), ...chunks.map(u32));
  const table = box(
    "stbl",
    full("stsd", u32(0)),
    full("stts", u32(0)),
    full("stsc", u32(1), u32(1), u32(Math.ceil(sizes.length / Math.max(chunks.length, 1))), u32(1)),
    full("stsz", u32(0), u32(sizes.length), ...sizes.map(u32)),
    offsets,
  );
  const information = box("minf", full(handler === "soun" ? "smhd" : "vmhd", u32(0)), box("dinf", full("dref")), table);
  const about = box("mdia", full("mdhd", Buffer.alloc(20)), handlerBox(handler, "Core Media"), information);
  return box("trak", full("tkhd", Buffer.alloc(80)), about, ...inside);
}

const description = (words: string): Record<"udta" | "meta" | "xmp", Buffer> => {
  const text = joined(u16(words.length), u16(0x15c7), words);
  const udta = box("udta", box("\xa9xyz", text), full("loci", "\0\0", words, "\0"), box("titl", words), u32(0));
  const keys = full("keys", u32(1), box("mdta", "com.apple.quicktime.location.ISO6709"));
  const values = box("ilst", joined(u32(24 + words.length), u32(1), box("data", u32(1), u32(0), words)));
  const meta = box("meta", handlerBox("mdta", ""), keys, values);
  const xmp = box("uuid", Buffer.from("be7acfcb97a942e89c71999491e3afac", "hex"), `<x:xmpmeta>${words}</x:xmpmeta>`);
  return { udta, meta, xmp };
};

const BRANDS = { "video/mp4": "isom", "video/3gpp": "3gp5", "video/quicktime": "qt  ", "audio/x-m4a": "M4A " };

export function phoneFilm(words: string, type: keyof typeof BRANDS = "video/mp4"): Made {
  const { udta, meta, xmp } = description(words);
  const pictures = media(1, 700);
  const start = joined(box("ftyp", BRANDS[type], u32(0), BRANDS[type]), xmp, box("free", words));
  const at = start.length + 16;
  const video = track({ handler: "vide", chunks: [at], sizes: [400, 300], inside: [udta, meta], wide: true });
  const sound = track({ handler: "soun", chunks: [at], sizes: [700] });
  const tracks = type === "audio/x-m4a" ? [sound] : [video, sound];
  const movie = box("moov", full("mvhd", Buffer.alloc(96)), ...tracks, udta, meta, xmp, Buffer.alloc(4));
  const bytes = joined(start, wideBox("mdat", pictures), movie, box("beam", words));
  return { bytes, type, kept: [pictures] };
}

/** Makes a film whose second track records places (GoPro's `gpmd`, Google's `camm`). */
export function tracedFilm(words: string, handler = "meta"): Made {
  const [first, second] = [media(2, 500), media(3, 200)];
  const start = box("ftyp", "qt  ", u32(0), "qt  ");
  const at = start.length + 8;
  const video = track({ handler: "vide", chunks: [at, at + 500 + 2 * words.length], sizes: [500, 200] });
  const traced = [at + 500, at + 500 + words.length];
  const trace = track({ handler, chunks: traced, sizes: traced.map(() => words.length) });
  const bytes = joined(
    start,
    box("mdat", first, words, words, second),
    box("moov", full("mvhd", Buffer.alloc(96)), video, trace),
  );
  return { bytes, type: "video/quicktime", kept: [first, second] };
}

export function fragmentedFilm(words: string, handlers = ["vide"]): Made {
  const { udta, meta, xmp } = description(words);
  const pictures = media(4, 300);
  const run = box("traf", full("tfhd", u32(1)), full("trun", u32(1), u32(300)), udta, meta);
  const movie = box("moov", full("mvhd"), ...handlers.map((handler) => track({ handler })), box("mvex", full("trex")));
  const fragment = joined(full("emsg", words), box("moof", full("mfhd", u32(1)), run, xmp), box("mdat", pictures));
  const bytes = joined(box("ftyp", "isom", u32(0)), movie, fragment, box("mfra", full("mfro", u32(16))));
  return { bytes, type: "video/mp4", kept: [pictures, latin1("moof"), latin1("trun")] };
}
