import { inflateSync } from "node:zlib";
import { refused } from "./refused.ts";

/** What makes a paper act by itself or carry other files, and what keeps us from seeing whether it does. */
const UNWANTED = ["JavaScript", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "XFA", "ImportData", "Encrypt"];
/** Objects inside a compressed stream, where their names cannot be seen from outside. */
const OBJECTS = "ObjStm";

const MIB = 1_024 * 1_024;
const MOST_UNPACKED = 32 * MIB;
/** How far before its data the head of a stream may begin. */
const LONGEST_HEAD = 4_096;

/** A name as PDF lets it be written. Each character of it may stand as `#` and two hexadecimal digits. */
function namePattern(name: string): string {
  const characters = [...name].map((character) => {
    const code = character.charCodeAt(0).toString(16);
    return `(?:${character}|#${[...code].map((digit) => (/[a-f]/.test(digit) ? `[${digit}${digit.toUpperCase()}]` : digit)).join("")})`;
  });
  return `/${characters.join("")}(?![^\\s()<>[\\]{}/%])`;
}

const ACTIVE = new RegExp(UNWANTED.map(namePattern).join("|"));
const PACKED = new RegExp(namePattern(OBJECTS), "g");
const PREDICTED = new RegExp(namePattern("Predictor"));
const STREAM = /stream\r?\n/g;

/**
 * Throws FILE_REFUSED for a PDF with scripts, commands, attachments or a lock. It looks for names, in the file and in the
 * objects that it holds packed; packed objects that cannot be opened are refused with it.
 */
export function checkPdf(bytes: Buffer): void {
  const text = bytes.toString("latin1");
  if (ACTIVE.test(text)) throw refused("active-pdf");
  let packed = (text.match(PACKED) ?? []).length;
  if (packed === 0) return;
  let left = MOST_UNPACKED;
  for (const { index, 0: word } of text.matchAll(STREAM)) {
    const before = text.slice(Math.max(0, index - LONGEST_HEAD), index);
    const head = before.slice(before.lastIndexOf("obj") + 1);
    const holds = (head.match(PACKED) ?? []).length;
    if (holds === 0) continue;
    packed -= holds;
    if (PREDICTED.test(head)) throw refused("active-pdf");
    const objects = unpacked(bytes.subarray(index + word.length), left);
    left -= objects.length;
    if (ACTIVE.test(objects)) throw refused("active-pdf");
  }
  if (packed > 0) throw refused("active-pdf");
}

function unpacked(data: Buffer, most: number): string {
  try {
    return inflateSync(data, { maxOutputLength: Math.max(most, 1) }).toString("latin1");
  } catch (cause) {
    throw refused("active-pdf", cause);
  }
}
