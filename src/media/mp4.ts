import { type Box, blankBox, boxesIn, boxesOf, onlyBox } from "./mp4-boxes.ts";
import { chunksOf } from "./mp4-samples.ts";
import { refusalError } from "./refusal-error.ts";

/**
 * For each box, the parts that a player needs (ISO/IEC 14496-12, QuickTime File Format). Other parts may contain the
 * place of the recording.
 */
const PARTS = new Map([
  ["file", ["ftyp", "styp", "mdat", "moov", "moof", "mfra", "sidx", "ssix", "prft"]],
  ["moov", ["mvhd", "iods", "trak", "mvex"]],
  ["trak", ["tkhd", "edts", "tapt", "mdia"]],
  ["edts", ["elst"]],
  ["tapt", ["clef", "prof", "enof"]],
  ["mdia", ["mdhd", "elng", "hdlr", "minf"]],
  ["minf", ["vmhd", "smhd", "hdlr", "dinf", "stbl"]],
  ["dinf", ["dref"]],
  [
    "stbl",
    [
      ...["stsd", "stts", "ctts", "cslg", "stsc", "stsz", "stz2", "stco", "co64", "stss", "stsh"],
      ...["stps", "sdtp", "sbgp", "sgpd", "subs", "padb", "stdp", "saiz", "saio"],
    ],
  ],
  ["mvex", ["mehd", "trex", "leva"]],
  ["moof", ["mfhd", "traf"]],
  ["traf", ["tfhd", "tfdt", "trun", "sdtp", "sbgp", "sgpd", "subs", "saiz", "saio"]],
  ["mfra", ["tfra", "mfro"]],
]);

const MOST_MEDIA = 16;
const HANDLER_NAME = 24;

export function cleanMovie(bytes: Buffer): void {
  const top = boxesIn(bytes, 0, bytes.length, true);
  const tracks = boxesOf(bytes, onlyBox(top, "moov")).filter(({ type }) => type === "trak");
  const others = tracks.filter((track) => !/^(vide|soun)$/.test(handlerOf(bytes, track)));
  if (others.length === tracks.length) throw refusalError("not-as-said");
  if (others.length > 0) removeTracks(bytes, top, others);
  keepParts(bytes, top, "file");
}

const mediaOf = (bytes: Buffer, track: Box): Box[] => boxesOf(bytes, onlyBox(boxesOf(bytes, track), "mdia"));

function handlerOf(bytes: Buffer, track: Box): string {
  const { body, end } = onlyBox(mediaOf(bytes, track), "hdlr");
  if (body + 12 > end) throw refusalError("not-as-said");
  return bytes.toString("latin1", body + 8, body + 12);
}

/** Throws FILE_REFUSED for a file with fragments, because this function does not find their samples. */
function removeTracks(bytes: Buffer, top: readonly Box[], tracks: readonly Box[]): void {
  const media = top.filter(({ type }) => type === "mdat");
  if (media.length > MOST_MEDIA || top.some(({ type }) => type === "moof")) throw refusalError("not-as-said");
  for (const track of tracks) {
    const stbl = onlyBox(boxesOf(bytes, onlyBox(mediaOf(bytes, track), "minf")), "stbl");
    for (const { from, to } of chunksOf(bytes, stbl)) {
      if (!media.some(({ body, end }) => from >= body && to <= end)) throw refusalError("not-as-said");
      bytes.fill(0, from, to);
    }
    blankBox(bytes, track);
  }
}

function keepParts(bytes: Buffer, boxes: readonly Box[], parent: string): void {
  const parts = PARTS.get(parent) ?? [];
  for (const box of boxes) {
    const { type, body, end } = box;
    if (!parts.includes(type)) blankBox(bytes, box);
    else if (type === "hdlr") bytes.fill(0, Math.min(body + HANDLER_NAME, end), end);
    else if (PARTS.has(type)) keepParts(bytes, boxesOf(bytes, box), type);
  }
}
