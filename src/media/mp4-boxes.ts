import { refused } from "./refused.ts";

/** A part of an MP4, QuickTime or 3GP file (ISO/IEC 14496-12): offsets of its header, its content and its end. */
export type Box = { type: string; at: number; body: number; end: number };

/** More than a film of 15 MB in fragments of one picture each. */
const MOST_BOXES = 100_000;

/** The boxes between two offsets, in order; those of the file itself (`top`) may leave the last one's length open. */
export function boxesIn(bytes: Buffer, from: number, to: number, top = false): Box[] {
  const boxes: Box[] = [];
  let at = from;
  while (to - at >= 8) {
    const box = boxAt(bytes, at, to, top);
    if (boxes.push(box) > MOST_BOXES) throw refused("not-as-said");
    at = box.end;
  }
  bytes.fill(0, at, to); // too short for a box
  return boxes;
}

function boxAt(bytes: Buffer, at: number, to: number, top: boolean): Box {
  const type = bytes.toString("latin1", at + 4, at + 8);
  const short = bytes.readUInt32BE(at);
  if (short === 0 && top) return { type, at, body: at + 8, end: to };
  const body = at + (short === 1 ? 16 : 8);
  if (body > to) throw refused("not-as-said");
  const end = at + (short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short);
  if (end < body || end > to) throw refused("not-as-said");
  return { type, at, body, end };
}

/** The boxes within this one. */
export const boxesOf = (bytes: Buffer, { body, end }: Box): Box[] => boxesIn(bytes, body, end);

/** The one box of a type; players differ on which of two they believe. */
export function onlyBox(boxes: readonly Box[], type: string): Box {
  const [box, ...more] = boxes.filter((one) => one.type === type);
  if (!box || more.length > 0) throw refused("not-as-said");
  return box;
}

/** Turns a box into free space of the same length. */
export function blankBox(bytes: Buffer, { at, body, end }: Box): void {
  bytes.write("free", at + 4, "latin1");
  bytes.fill(0, body, end);
}
