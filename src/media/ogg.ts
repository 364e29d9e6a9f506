import { type Page, type Piece, pageAt, sealPage } from "./ogg-pages.ts";
import { refusalError } from "./refusal-error.ts";

/** `tail`: the number of bytes after the comments. */
const CODINGS = [
  { head: "OpusHead", comments: "OpusTags", tail: 0 },
  { head: "\x01vorbis", comments: "\x03vorbis", tail: 1 },
  { head: "Speex   ", comments: "", tail: 0 },
];
type Coding = (typeof CODINGS)[number];

type SoundStream = { coding: Coding; comments: Piece[]; pages: Page[]; areCommentsRead: boolean };

/** Empties the comments of every stream of sound in an Ogg file (RFC 7845, Vorbis I 5). */
export function cleanOgg(bytes: Buffer): void {
  const sounds = new Map<number, SoundStream>();
  for (let at = 0; at < bytes.length; ) {
    const page = pageAt(bytes, at);
    at = page.end;
    if (page.first) beginSound(bytes, page, sounds);
    else readPage(bytes, page, sounds.get(page.serial));
  }
  checkFinished(sounds.values());
  if (sounds.size === 0) throw refusalError("not-as-said");
}

/** The first page of a stream must contain only the first packet. */
function beginSound(bytes: Buffer, page: Page, sounds: Map<number, SoundStream>): void {
  const [head, ...more] = page.pieces;
  const coding = CODINGS.find((one) => head && startsWith(bytes, head, one.head));
  if (!coding || !head?.last || more.length > 0) throw refusalError("not-as-said");
  const before = sounds.get(page.serial);
  checkFinished(before ? [before] : []);
  sounds.set(page.serial, { coding, comments: [], pages: [], areCommentsRead: false });
}

function readPage(bytes: Buffer, page: Page, sound: SoundStream | undefined): void {
  if (!sound) throw refusalError("not-as-said");
  const [piece] = page.pieces;
  if (sound.areCommentsRead || !piece) return;
  sound.comments.push(piece);
  sound.pages.push(page);
  if (!piece.last) return;
  sound.areCommentsRead = true;
  emptyComments(bytes, sound);
  for (const one of sound.pages) sealPage(bytes, one);
}

function checkFinished(sounds: Iterable<SoundStream>): void {
  for (const { areCommentsRead: done } of sounds) if (!done) throw refusalError("not-as-said");
}

const startsWith = (bytes: Buffer, { from, to }: Piece, start: string): boolean =>
  bytes.toString("latin1", from, Math.min(from + start.length, to)) === start;

/** Keeps the packet's length, and fills the packet with blanks. */
function emptyComments(bytes: Buffer, { coding: { comments, tail }, comments: pieces }: SoundStream): void {
  const packet = Buffer.concat(pieces.map(({ from, to }) => bytes.subarray(from, to)));
  const nameLength = packet.length - comments.length - 8 - tail;
  if (nameLength < 0 || packet.toString("latin1", 0, comments.length) !== comments) throw refusalError("not-as-said");
  packet.fill(" ", comments.length);
  packet.writeUInt32LE(nameLength, comments.length);
  packet.writeUInt32LE(0, comments.length + 4 + nameLength);
  packet.fill(1, packet.length - tail);
  let read = 0;
  for (const { from, to } of pieces) read += packet.copy(bytes, from, read, read + to - from);
}
