import { refusalError } from "./refusal-error.ts";

type Frames = {
  /** Returns `undefined` if no frame begins at this offset. */
  length(bytes: Buffer, at: number): number | undefined;
  /** The bits of a frame's second and third byte that are equal in all frames of a file. */
  same: number;
};

/** In kbit/s. */
const RATES_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const RATES_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
/** In Hz, for MPEG-1. MPEG-2 has half of these rates, and MPEG-2.5 a quarter. */
const HERTZ = [44_100, 48_000, 32_000];

/** Layer III (ISO/IEC 11172-3 and 13818-3). */
const MP3: Frames = {
  same: 0xfe_0c,
  length(bytes, at) {
    if (bytes.length - at < 4 || bytes[at] !== 0xff) return undefined;
    const [second = 0, third = 0] = [bytes[at + 1], bytes[at + 2]];
    const version = (second >> 3) & 3;
    if ((second & 0xe6) !== 0xe2 || version === 1) return undefined;
    const rate = (version === 3 ? RATES_1 : RATES_2)[third >> 4];
    const hertz = HERTZ[(third >> 2) & 3];
    if (!rate || !hertz) return undefined;
    const divisor = version === 3 ? 1 : version === 2 ? 2 : 4;
    const size = ((version === 3 ? 144_000 : 72_000) * rate * divisor) / hertz;
    return Math.floor(size) + ((third >> 1) & 1);
  },
};

/** AAC in ADTS (ISO/IEC 13818-7). */
const ADTS: Frames = {
  same: 0xfe_fc,
  length(bytes, at) {
    if (bytes.length - at < 7 || bytes[at] !== 0xff || ((bytes[at + 1] ?? 0) & 0xf6) !== 0xf0) return undefined;
    const [fourth = 0, fifth = 0, sixth = 0] = bytes.subarray(at + 3, at + 6);
    const length = ((fourth & 3) << 11) | (fifth << 3) | (sixth >> 5);
    return length < 7 ? undefined : length;
  },
};

export const cleanMp3 = (bytes: Buffer): void => keepFrames(bytes, MP3);

export const cleanAac = (bytes: Buffer): void => keepFrames(bytes, ADTS);

function keepFrames(bytes: Buffer, kind: Frames): void {
  let end = blankTags(bytes);
  let marks: number | undefined;
  for (let at = end; at < bytes.length; ) {
    const frame = frameAt(bytes, at, kind, marks);
    const joined = marks !== undefined && at === end;
    // A picture in a tag may contain bytes that look like one frame, but not like two frames in a row.
    if (!frame || !(joined || frame.end === bytes.length || frameAt(bytes, frame.end, kind, frame.marks))) {
      at += 1;
      continue;
    }
    bytes.fill(0, end, at);
    ({ end, marks } = frame);
    at = end;
  }
  if (marks === undefined) throw refusalError("not-as-said");
  emptyTail(bytes, end);
}

const TAIL = 128;

function emptyTail(bytes: Buffer, end: number): void {
  const tag = bytes.length - TAIL;
  const tagged = tag >= end && bytes.toString("latin1", tag, tag + 3) === "TAG";
  bytes.fill(0, end);
  if (!tagged) return;
  bytes.write("TAG", tag, "latin1");
  bytes[bytes.length - 1] = 255; // 255 means no genre.
}

function frameAt(
  bytes: Buffer,
  at: number,
  { length, same }: Frames,
  expected: number | undefined,
): { end: number; marks: number } | undefined {
  const size = length(bytes, at);
  if (size === undefined || at + size > bytes.length) return undefined;
  const marks = bytes.readUInt16BE(at + 1) & same;
  return expected === undefined || marks === expected ? { end: at + size, marks } : undefined;
}

const ID3_HEADER = 10;
const ID3_FOOTER = 0x10;

/** Turns the ID3v2 tags at a file's beginning into padding (id3.org, 2.4.0). */
function blankTags(bytes: Buffer): number {
  let at = 0;
  while (bytes.length - at >= ID3_HEADER && bytes.toString("latin1", at, at + 3) === "ID3") {
    const footer = (bytes[at + 5] ?? 0) & ID3_FOOTER ? ID3_HEADER : 0;
    const size = bytes.subarray(at + 6, at + ID3_HEADER).reduce((sum, byte) => sum * 128 + (byte & 127), 0) + footer;
    const end = at + ID3_HEADER + size;
    if (end > bytes.length) throw refusalError("not-as-said");
    bytes[at + 5] = 0;
    for (const [index, shift] of [21, 14, 7, 0].entries()) bytes[at + 6 + index] = (size >> shift) & 127;
    bytes.fill(0, at + ID3_HEADER, end);
    at = end;
  }
  return at;
}
