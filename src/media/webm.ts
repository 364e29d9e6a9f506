import { refusalError } from "./refusal-error.ts";
import { blankElement, type Element, elementAt, numberAt, variableLengthNumberAt } from "./webm-elements.ts";

const FILE = 0;
const HEADER = 0x1a_45_df_a3;
const SEGMENT = 0x18_53_80_67;
const SEEK_HEAD = 0x11_4d_9b_74;
const SEEK = 0x4d_bb;
const SEEK_ID = 0x53_ab;
const INFO = 0x15_49_a9_66;
const WRITERS = [0x4d_80, 0x57_41];
const TRACKS = 0x16_54_ae_6b;
const TRACK = 0xae;
const TRACK_NUMBER = 0xd7;
const TRACK_TYPE = 0x83;
const CLUSTER = 0x1f_43_b6_75;
const BLOCK_GROUP = 0xa0;
const BLOCK = 0xa1;
const BLOCKS = [0xa3, 0xaf, BLOCK];
const CUES = 0x1c_53_bb_6b;

/** For each element, the parts that `keepParts` keeps (RFC 9559). */
const PARTS = new Map([
  [FILE, [HEADER, SEGMENT]],
  [SEGMENT, [SEEK_HEAD, INFO, TRACKS, CLUSTER, CUES]],
  [SEEK_HEAD, [SEEK]],
  // Scale, length, date, and the names of the writing programs, which the format requires.
  [INFO, [0x2a_d7_b1, 0x44_89, 0x44_61, ...WRITERS]],
  [TRACKS, [TRACK]],
  [CLUSTER, [0xe7, 0x58_54, 0xa7, 0xab, BLOCK_GROUP, ...BLOCKS]],
]);
/** Parts that no player needs: names of the track and the codec, settings, URLs, and the link to an attachment. */
const TRACK_WORDS = [0x53_6e, 0x25_86_88, 0x3a_96_97, 0x3b_40_40, 0x26_b2_40, 0x74_46];
const PICTURE_OR_TONE = [1, 2];
const MOST_PARTS = 1_000;

/** `lost`: the numbers of the removed tracks. */
type Film = { bytes: Buffer; lost: Set<number>; media: boolean; begun: boolean };

/**
 * Blanks titles, names, tags, attachments, chapters, and tracks that are neither picture nor sound. Throws FILE_REFUSED
 * for a file without picture and sound.
 */
export function cleanWebm(bytes: Buffer): void {
  const film: Film = { bytes, lost: new Set(), media: false, begun: false };
  keepParts(film, FILE, 0, bytes.length, false);
  if (!film.media) throw refusalError("not-as-said");
}

function keepParts(film: Film, parent: number, from: number, to: number, isOpenEnded: boolean): number {
  const parts = PARTS.get(parent) ?? [];
  let at = from;
  while (at < to) {
    const element = elementAt(film.bytes, at, to);
    if (isOpenEnded && parent === CLUSTER && PARTS.get(SEGMENT)?.includes(element.id)) return at;
    at = element.end;
    if (!parts.includes(element.id) || noteIfLost(film, element)) blankElement(film.bytes, element);
    else at = keepPart(film, element);
  }
  return at;
}

function keepPart(film: Film, element: Element): number {
  const { id, body, end, isOpenEnded } = element;
  if (isOpenEnded && id !== SEGMENT && id !== CLUSTER) throw refusalError("not-as-said");
  if (id === CLUSTER) film.begun = true;
  if (id === TRACK) keepTrack(film, element);
  else if (WRITERS.includes(id)) film.bytes.fill(0, body, end);
  else if (PARTS.has(id)) return keepParts(film, id, body, end, isOpenEnded);
  return end;
}

function keepTrack(film: Film, track: Element): void {
  film.media = true;
  for (const part of partsOf(film.bytes, track)) {
    if (TRACK_WORDS.includes(part.id)) blankElement(film.bytes, part);
  }
}

/**
 * Returns true for a pointer to a removed element, and for a lost track and its blocks. Throws FILE_REFUSED for a lost
 * track after the first cluster.
 */
function noteIfLost(film: Film, element: Element): boolean {
  const { bytes, lost, begun } = film;
  const { id, body, end } = element;
  if (id === SEEK) return !PARTS.get(SEGMENT)?.includes(numberIn(bytes, element, SEEK_ID));
  if (id === TRACK) {
    if (PICTURE_OR_TONE.includes(numberIn(bytes, element, TRACK_TYPE))) return false;
    if (begun) throw refusalError("not-as-said");
    lost.add(numberIn(bytes, element, TRACK_NUMBER));
    return true;
  }
  if (lost.size === 0) return false;
  if (BLOCKS.includes(id)) return lost.has(variableLengthNumberAt(bytes, body, end).value);
  return id === BLOCK_GROUP && partsOf(bytes, element).some((part) => part.id === BLOCK && noteIfLost(film, part));
}

function partsOf(bytes: Buffer, { body, end }: Element): Element[] {
  const parts: Element[] = [];
  for (let at = body; at < end; ) {
    const part = elementAt(bytes, at, end);
    if (part.isOpenEnded || parts.push(part) > MOST_PARTS) throw refusalError("not-as-said");
    at = part.end;
  }
  return parts;
}

function numberIn(bytes: Buffer, element: Element, id: number): number {
  const part = partsOf(bytes, element).find((one) => one.id === id);
  if (part && part.end - part.body > 8) throw refusalError("not-as-said");
  return part ? numberAt(bytes, part.body, part.end - part.body) : 0;
}
