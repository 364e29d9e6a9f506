import { refusalError } from "./refusal-error.ts";

/** A page of an Ogg file (RFC 3533), and the pieces of packets on the page, in order. */
export type Page = { at: number; end: number; serial: number; first: boolean; pieces: Piece[] };
export type Piece = { from: number; to: number; last: boolean };

const HEADER = 27;
const FIRST = 2;
const CHECKSUM = 22;

export function pageAt(bytes: Buffer, at: number): Page {
  if (bytes.length - at < HEADER || bytes.toString("latin1", at, at + 4) !== "OggS") throw refusalError("not-as-said");
  const table = at + HEADER;
  const body = table + (bytes[at + 26] ?? 0);
  if (body > bytes.length) throw refusalError("not-as-said");
  const pieces: Piece[] = [];
  let from = body;
  let to = body;
  for (const size of bytes.subarray(table, body)) {
    to += size;
    if (size === 255) continue;
    pieces.push({ from, to, last: true });
    from = to;
  }
  if (to > from) pieces.push({ from, to, last: false });
  if (to > bytes.length) throw refusalError("not-as-said");
  return { at, end: to, serial: bytes.readUInt32LE(at + 14), first: ((bytes[at + 5] ?? 0) & FIRST) !== 0, pieces };
}

/** Writes a page's checksum: CRC-32 with the polynomial 0x04c11db7, not reflected. */
export function sealPage(bytes: Buffer, { at, end }: Page): void {
  bytes.writeUInt32LE(0, at + CHECKSUM);
  let crc = 0;
  for (let index = at; index < end; index += 1) {
    crc = ((crc << 8) ^ (REMAINDERS[(crc >>> 24) ^ (bytes[index] ?? 0)] ?? 0)) >>> 0;
  }
  bytes.writeUInt32LE(crc, at + CHECKSUM);
}

const REMAINDERS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 24;
  for (let bit = 0; bit < 8; bit += 1) crc = (crc << 1) ^ (crc & 0x80_00_00_00 ? 0x04_c1_1d_b7 : 0);
  return crc;
});
