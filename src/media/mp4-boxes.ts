import { refusalError } from "./refusal-error.ts";

/** A part of an MP4, QuickTime or 3GP file (ISO/IEC 14496-12): the offsets of its header, its content and its end. */
export type Box = { type: string; at: number; body: number; end: number };

/** A film of 15 MB has fewer boxes. */
const MOST_BOXES = 100_000;

/** With `top`, the last box may have no length: it ends at `to`. */
export function boxesIn(bytes: Buffer, from: number, to: number, top = false): Box[] {
  const boxes: Box[] = [];
  let at = from;
  while (to - at >= 8) {
    const box = boxAt(bytes, at, to, top);
    if (boxes.push(box) > MOST_BOXES) throw refusalError("not-as-said");
    at = box.end;
  }
  bytes.fill(0, at, to);
  return boxes;
}

function boxAt(bytes: Buffer, at: number, to: number, top: boolean): Box {
  const type = bytes.toString("latin1", at + 4, at + 8);
  const short = bytes.readUInt32BE(at);
  if (short === 0 && top) return { type, at, body: at + 8, end: to };
  const body = at + (short === 1 ? 16 : 8);
  if (body > to) throw refusalError("not-as-said");
  const end = at + (short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short);
  if (end < body || end > to) throw refusalError("not-as-said");
  return { type, at, body, end };
}

export const boxesOf = (bytes: Buffer, { body, end }: Box): Box[] => boxesIn(bytes, body, end);

/** Throws FILE_REFUSED unless there is exactly one such box. */
export function onlyBox(boxes: readonly Box[], type: string): Box {
  const [box, ...more] = boxes.filter((one) => one.type === type);
  if (!box || more.length > 0) throw refusalError("not-as-said");
  return box;
}

export function blankBox(bytes: Buffer, { at, body, end }: Box): void {
  bytes.write("free", at + 4, "latin1");
  bytes.fill(0, body, end);
}
