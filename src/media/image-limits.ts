import type { Metadata } from "sharp";
import { refused } from "./refused.ts";

const MEGAPIXELS = 1_000_000;
/** More than the largest phone camera takes; an image that says it has more is a bomb. */
const MOST = 120 * MEGAPIXELS;
/** Of an image that is in memory as a whole, several times over, before its first line can be drawn. */
const MOST_WHOLE = 25 * MEGAPIXELS;

/** Formats that are drawn line by line as they are read, unless they are written in passes. */
const BY_LINE = new Set(["jpeg", "png"]);

/** Throws FILE_REFUSED, by what an image's head says of it: nothing has been decoded yet. */
export function checkPixels({ format, width, height, isProgressive }: Metadata): void {
  const most = BY_LINE.has(format ?? "") && !isProgressive ? MOST : MOST_WHOLE;
  if (width * height > most) throw refused("too-many-pixels");
}
