import { type Page, type Piece, pageAt, sealPage } from "./ogg-pages.ts";
import { refused } from "./refused.ts";

/** How a coding begins its first packet and its second, the comments, and how many bits' byte ends those. */
const CODINGS = [
  { head: "OpusHead", comments: "OpusTags", tail: 0 },
  { head: "\x01vorbis", comments: "\x03vorbis", tail: 1 },
  { head: "Speex   ", comments: "", tail: 0 },
];
type Coding = (typeof CODINGS)[number];

/** One sound of a file, and what has been seen of its comments. */
type Sound = { coding: Coding; comments: Piece[]; pages: Page[]; done: boolean };

/** Empties the comments of every sound in an Ogg file (RFC 7845, Vorbis I 5); the pages they stand on are sealed anew. */
export function cleanOgg(bytes: Buffer): void {
  const sounds = new Map<number, Sound>();
  for (let at = 0; at < bytes.length; ) {
    const page = pageAt(bytes, at);
    at = page.end;
    if (page.first) begin(bytes, page, sounds);
    else read(bytes, page, sounds.get(page.serial));
  }
  finished(sounds.values());
  if (sounds.size === 0) throw refused("not-as-said");
}

/** A first page holds the first packet alone. */
function begin(bytes: Buffer, page: Page, sounds: Map<number, Sound>): void {
  const [head, ...more] = page.pieces;
  const coding = CODINGS.find((one) => head && startsWith(bytes, head, one.head));
  if (!coding || !head?.last || more.length > 0) throw refused("not-as-said");
  const before = sounds.get(page.serial);
  finished(before ? [before] : []);
  sounds.set(page.serial, { coding, comments: [], pages: [], done: false });
}

function read(bytes: Buffer, page: Page, sound: Sound | undefined): void {
  if (!sound) throw refused("not-as-said");
  const [piece] = page.pieces;
  if (sound.done || !piece) return;
  sound.comments.push(piece);
  sound.pages.push(page);
  if (!piece.last) return;
  sound.done = true;
  emptyComments(bytes, sound);
  for (const one of sound.pages) sealPage(bytes, one);
}

function finished(sounds: Iterable<Sound>): void {
  for (const { done } of sounds) if (!done) throw refused("not-as-said");
}

const startsWith = (bytes: Buffer, { from, to }: Piece, start: string): boolean =>
  bytes.toString("latin1", from, Math.min(from + start.length, to)) === start;

/** The same length with no comment in it: blanks in the place of the program's name fill the packet. */
function emptyComments(bytes: Buffer, { coding: { comments, tail }, comments: pieces }: Sound): void {
  const packet = Buffer.concat(pieces.map(({ from, to }) => bytes.subarray(from, to)));
  const name = packet.length - comments.length - 8 - tail;
  if (name < 0 || packet.toString("latin1", 0, comments.length) !== comments) throw refused("not-as-said");
  packet.fill(" ", comments.length);
  packet.writeUInt32LE(name, comments.length);
  packet.writeUInt32LE(0, comments.length + 4 + name);
  packet.fill(1, packet.length - tail);
  let read = 0;
  for (const { from, to } of pieces) read += packet.copy(bytes, from, read, read + to - from);
}
