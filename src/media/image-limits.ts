import type { Metadata } from "sharp";
import { refusalError } from "./refusal-error.ts";

const MEGAPIXELS = 1_000_000;
/** The largest phone camera takes fewer pixels. An image with more pixels is an attack on the service's memory. */
const MOST_PIXELS = 120 * MEGAPIXELS;
/** The most pixels of an image that is decoded as a whole, because memory then holds several copies of the image. */
const MOST_PIXELS_IN_MEMORY = 25 * MEGAPIXELS;

/** Formats that are decoded line by line, except progressive images. */
const BY_LINE = new Set(["jpeg", "png"]);

/** Throws FILE_REFUSED if an image's header names too many pixels. The caller checks before any decoding. */
export function checkPixels({ format, width, height, isProgressive }: Metadata): void {
  const most = BY_LINE.has(format ?? "") && !isProgressive ? MOST_PIXELS : MOST_PIXELS_IN_MEMORY;
  if (width * height > most) throw refusalError("too-many-pixels");
}
