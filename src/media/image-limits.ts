import type { Metadata } from "sharp";
import { refusalError } from "./refusal-error.ts";

const MEGAPIXELS = 1_000_000;
/** The largest phone camera takes fewer pixels. An image that claims more is an attack on our memory. */
const MOST_PIXELS = 120 * MEGAPIXELS;
/**
 * The most pixels of an image that is decoded as a whole. Several copies of such an image are in memory before its
 * first line can be drawn.
 */
const MOST_PIXELS_IN_MEMORY = 25 * MEGAPIXELS;

/**
 * Formats that are decoded line by line. A progressive image, which is written in several passes, is decoded as a
 * whole.
 */
const BY_LINE = new Set(["jpeg", "png"]);

/** Throws FILE_REFUSED if an image's header names too many pixels. The check comes before any decoding. */
export function checkPixels({ format, width, height, isProgressive }: Metadata): void {
  const most = BY_LINE.has(format ?? "") && !isProgressive ? MOST_PIXELS : MOST_PIXELS_IN_MEMORY;
  if (width * height > most) throw refusalError("too-many-pixels");
}
