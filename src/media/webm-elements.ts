import { refusalError } from "./refusal-error.ts";

/**
 * A part of a Matroska or WebM file (RFC 8794): the offsets of its header, its content and its end. `isOpenEnded`: the
 * file does not say where the element ends.
 */
export type Element = { id: number; at: number; body: number; end: number; isOpenEnded: boolean };

const VOID = 0xec;

/** Throws FILE_REFUSED if the element ends after `to`. */
export function elementAt(bytes: Buffer, at: number, to: number): Element {
  const idWidth = widthAt(bytes, at, to, 4);
  const size = variableLengthNumberAt(bytes, at + idWidth, to);
  const body = at + idWidth + size.width;
  const isOpenEnded = size.value === 2 ** (7 * size.width) - 1;
  const end = isOpenEnded ? to : body + size.value;
  if (end > to) throw refusalError("not-as-said");
  return { id: numberAt(bytes, at, idWidth), at, body, end, isOpenEnded };
}

/** Reads a number whose leading zero bits tell how many bytes it has. */
export function variableLengthNumberAt(bytes: Buffer, at: number, to: number): { value: number; width: number } {
  const width = widthAt(bytes, at, to, 8);
  const first = (bytes[at] ?? 0) & (255 >> width);
  return { value: numberAt(bytes, at + 1, width - 1, first), width };
}

function widthAt(bytes: Buffer, at: number, to: number, most: number): number {
  const width = at < to ? Math.clz32(bytes[at] ?? 0) - 23 : 0;
  if (width < 1 || width > most || at + width > to) throw refusalError("not-as-said");
  return width;
}

/** A result above 2^53 is not exact, but larger than any file. */
export function numberAt(bytes: Buffer, at: number, width: number, first = 0): number {
  let number = first;
  for (let index = at; index < at + width; index += 1) number = number * 256 + (bytes[index] ?? 0);
  return number;
}

export function blankElement(bytes: Buffer, { at, body, end, isOpenEnded }: Element): void {
  if (isOpenEnded) throw refusalError("not-as-said");
  const width = Math.min(body - at - 1, 8);
  let size = end - at - 1 - width;
  bytes.fill(0, at, end);
  bytes[at] = VOID;
  for (let index = at + width; index > at; index -= 1) {
    bytes[index] = size % 256;
    size = Math.floor(size / 256);
  }
  bytes[at + 1] = (bytes[at + 1] ?? 0) | (1 << (8 - width));
}
