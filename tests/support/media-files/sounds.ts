import { joined, type Made, media, u32, u32le } from "./bytes.ts";

const syncSafe = (size: number): Buffer => Buffer.from([21, 14, 7, 0].map((shift) => (size >> shift) & 127));
const frame = (name: string, content: string): Buffer => joined(name, u32(content.length), "\0\0", content);

/** The picture looks like a frame of sound. */
export function id3(words: string, { footer = false, flags = 0 } = {}): Buffer {
  const picture = joined("APIC", u32(8), "\0\0", Buffer.from([0xff, 0xfb, 0x90, 0, 1, 2, 3, 4]));
  const frames = joined(
    frame("COMM", `\0eng\0${words}`),
    frame("GEOB", words),
    frame("PRIV", `gps\0${words}`),
    picture,
  );
  const head = (name: string) =>
    joined(name, Buffer.from([4, 0, flags | (footer ? 0x10 : 0)]), syncSafe(frames.length));
  return joined(head("ID3"), frames, ...(footer ? [head("3DI")] : []));
}

/** A frame of 128 kbit/s and 44.1 kHz: 417 bytes, and 418 with padding. */
export const mp3Frame = (seed: number, padded = false): Buffer =>
  joined(Buffer.from([0xff, 0xfb, padded ? 0x92 : 0x90, 0]), media(seed, padded ? 414 : 413));
const adtsFrame = (seed: number): Buffer =>
  joined(Buffer.from([0xff, 0xf1, 0x50, 0x80, 107 >> 3, ((107 & 7) << 5) | 0x1f, 0xfc]), media(seed, 100));

export function mp3Song(words: string, footer = false): Made {
  const kept = [mp3Frame(20), mp3Frame(21, true), mp3Frame(22), mp3Frame(23)];
  const [a, b, c, d] = kept as [Buffer, Buffer, Buffer, Buffer];
  const ape = joined("APETAGEX", u32le(2_000), u32le(60), u32le(1), u32le(0), Buffer.alloc(8), words);
  const lyrics = joined("LYRICSBEGIN", words, "000011LYRICS200");
  const old = joined("TAG", words.padEnd(124, " "), "\x07");
  const bytes = joined(id3(words, { footer }), a, b, id3(words), c, d, id3(words), ape, lyrics, old.subarray(0, 128));
  return { bytes, type: "audio/mpeg", kept };
}

export function aacStream(words: string): Made {
  const kept = [adtsFrame(30), adtsFrame(31), adtsFrame(32)];
  return { bytes: joined(id3(words, { flags: 0x40 }), ...kept, words), type: "audio/aac", kept };
}

export const chunk = (type: string, content: Buffer | string, size = content.length): Buffer =>
  joined(type, u32le(size), content, ...(content.length % 2 === 1 ? ["\0"] : []));
export const riff = (...chunks: Buffer[]): Buffer => {
  const body = joined("WAVE", ...chunks);
  return joined("RIFF", u32le(body.length), body);
};

export function wavSound(words: string, open = false): Made {
  const tone = media(40, 401);
  const format = chunk("fmt ", Buffer.alloc(16, 1));
  const about = [
    chunk("LIST", joined("INFO", chunk("ICMT", words))),
    chunk("bext", words.padEnd(603, " ")),
    chunk("id3 ", id3(words)),
  ];
  const bytes = open
    ? joined(riff(format, ...about), "data", u32le(0xffffffff), tone)
    : riff(format, ...about, chunk("data", tone), ...about);
  return { bytes, type: "audio/wav", kept: [format, tone] };
}

export const amrVoice = (): Made => {
  const bytes = joined("#!AMR\n", Buffer.from([0x3c]), media(50, 31));
  return { bytes, type: "audio/amr", kept: [bytes] };
};
