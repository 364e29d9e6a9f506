import type { Metadata } from "sharp";
import { refusalError } from "./refusal-error.ts";

const MEGAPIXELS = 1_000_000;
const MOST_PIXELS = 120 * MEGAPIXELS;
const MOST_PIXELS_IN_MEMORY = 25 * MEGAPIXELS;

/** Formats that the decoder reads line by line, except progressive images. */
const BY_LINE = new Set(["jpeg", "png"]);

/** Throws FILE_REFUSED for too many pixels. The caller must call this before it decodes the image. */
export function checkPixels({ format, width, height, isProgressive }: Metadata): void {
  const most = BY_LINE.has(format ?? "") && !isProgressive ? MOST_PIXELS : MOST_PIXELS_IN_MEMORY;
  if (width * height > most) throw refusalError("too-many-pixels");
}
