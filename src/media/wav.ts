import { refusalError } from "./refusal-error.ts";

/** Other chunks contain metadata. */
const PARTS = ["fmt ", "fact", "data"];
const HEADER = 12;
/** The recorder writes this size if it does not know the sound's length yet. */
const OPEN = 0xff_ff_ff_ff;

export function cleanWav(bytes: Buffer): void {
  let at = HEADER;
  let sound = false;
  while (bytes.length - at >= 8) {
    const type = bytes.toString("latin1", at, at + 4);
    const size = bytes.readUInt32LE(at + 4);
    const end = size === OPEN && type === "data" ? bytes.length : at + 8 + size;
    if (end > bytes.length) throw refusalError("not-as-said");
    if (type === "data") sound = true;
    if (!PARTS.includes(type)) {
      bytes.write("JUNK", at, "latin1");
      bytes.fill(0, at + 8, end);
    }
    at = end;
    if (size % 2 === 1 && at < bytes.length) bytes[at++] = 0;
  }
  if (!sound) throw refusalError("not-as-said");
  bytes.fill(0, Math.min(at, bytes.length));
}
