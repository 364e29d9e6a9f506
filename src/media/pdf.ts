import { inflateSync } from "node:zlib";
import { refusalError } from "./refusal-error.ts";

/** Names in a PDF that acts by itself, contains other files or is encrypted. */
const UNWANTED = ["JavaScript", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "XFA", "ImportData", "Encrypt"];
const OBJECT_STREAM = "ObjStm";

const MIB = 1_024 * 1_024;
const MOST_UNPACKED = 32 * MIB;
/** In characters. */
const LONGEST_HEAD = 4_096;

/** A PDF may write each character of a name as `#` and two hexadecimal digits. */
function namePattern(name: string): string {
  const characters = [...name].map((character) => {
    const code = character.charCodeAt(0).toString(16);
    return `(?:${character}|#${[...code].map((digit) => (/[a-f]/.test(digit) ? `[${digit}${digit.toUpperCase()}]` : digit)).join("")})`;
  });
  return `/${characters.join("")}(?![^\\s()<>[\\]{}/%])`;
}

const ACTIVE = new RegExp(UNWANTED.map(namePattern).join("|"));
const PACKED = new RegExp(namePattern(OBJECT_STREAM), "g");
const PREDICTED = new RegExp(namePattern("Predictor"));
const STREAM = /stream\r?\n/g;

/** Throws FILE_REFUSED for a PDF with scripts, commands, attachments or encryption. */
export function checkPdf(bytes: Buffer): void {
  const text = bytes.toString("latin1");
  if (ACTIVE.test(text)) throw refusalError("active-pdf");
  let namesLeft = (text.match(PACKED) ?? []).length;
  if (namesLeft === 0) return;
  let left = MOST_UNPACKED;
  for (const { index, 0: word } of text.matchAll(STREAM)) {
    const before = text.slice(Math.max(0, index - LONGEST_HEAD), index);
    const head = before.slice(before.lastIndexOf("obj") + 1);
    const namesInHead = (head.match(PACKED) ?? []).length;
    if (namesInHead === 0) continue;
    namesLeft -= namesInHead;
    if (PREDICTED.test(head)) throw refusalError("active-pdf");
    const objects = unpackStream(bytes.subarray(index + word.length), left);
    left -= objects.length;
    if (ACTIVE.test(objects)) throw refusalError("active-pdf");
  }
  if (namesLeft > 0) throw refusalError("active-pdf");
}

function unpackStream(data: Buffer, most: number): string {
  try {
    return inflateSync(data, { maxOutputLength: Math.max(most, 1) }).toString("latin1");
  } catch (cause) {
    throw refusalError("active-pdf", cause);
  }
}
