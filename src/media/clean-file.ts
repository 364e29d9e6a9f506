import { AppError } from "../vocabulary/errors.ts";
import type { MediaFile } from "../vocabulary/message.ts";
import { cleanMedia } from "./clean-media.ts";
import { checkPixels } from "./image-limits.ts";
import { checkPdf } from "./pdf.ts";
import { refused } from "./refused.ts";

/** Most bytes that are taken, by what a file is said to be; the largest fits into one document of any store. */
export const MOST_BYTES: Record<MediaFile["kind"], number> = {
  image: 10 * 1_024 * 1_024,
  document: 10 * 1_024 * 1_024,
  audio: 10 * 1_024 * 1_024,
  voice: 10 * 1_024 * 1_024,
  video: 15 * 1_024 * 1_024,
  sticker: 1_024 * 1_024,
};

/** Enough to read a receipt on; the longer side. */
const LONGEST_SIDE = 2_400;

/** What a file may really be, by what it is said to be. */
const TYPES: Record<MediaFile["kind"], RegExp> = {
  image: /^image\/(jpeg|png|webp|gif|avif)$/,
  document: /^(application\/pdf|image\/(jpeg|png|webp))$/,
  audio: /^audio\/(mpeg|ogg|mp4|x-m4a|amr|aac|wav)$|^video\/(mp4|3gpp|webm)$/,
  voice: /^audio\/(mpeg|ogg|mp4|x-m4a|amr|aac|wav)$|^video\/(mp4|3gpp|webm)$/,
  video: /^video\/(mp4|3gpp|webm|quicktime)$/,
  sticker: /^$/,
};
const KNOWN = /^(image|audio|video)\/|^application\/pdf$/;

export type Clean = { bytes: Buffer; type: string };

/**
 * A file as it may be kept: its kind told by its first bytes and not by its sender; an image drawn anew, so that neither
 * where it was taken nor anything hidden in it is left; a film or a sound without what its device wrote about it; a PDF
 * as it came, where nothing in it acts. Throws FILE_REFUSED, whose `field` is the refusal.
 */
export async function cleanFile(bytes: Buffer, kind: MediaFile["kind"]): Promise<Clean> {
  if (bytes.length > MOST_BYTES[kind]) throw refused("too-large");
  const { fileTypeFromBuffer } = await import("file-type");
  const found = await fileTypeFromBuffer(bytes);
  const type = found?.mime.split(";")[0] ?? "";
  if (!TYPES[kind].test(type)) throw refused(KNOWN.test(type) || type === "" ? "not-as-said" : "unwanted");
  if (type.startsWith("image/")) return { bytes: await redrawn(bytes), type: "image/jpeg" };
  if (type !== "application/pdf") return { bytes: cleanMedia(bytes, type), type };
  checkPdf(bytes);
  return { bytes, type };
}

async function redrawn(bytes: Buffer): Promise<Buffer> {
  const { default: sharp } = await import("sharp");
  sharp.cache(false);
  const read = () => sharp(bytes, { limitInputPixels: false, failOn: "error", animated: false });
  try {
    checkPixels(await read().metadata());
    return await read()
      .rotate() // as its camera held it: that, too, stood in what is taken away
      .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .jpeg({ quality: 82, mozjpeg: false })
      .toBuffer();
  } catch (cause) {
    throw cause instanceof AppError ? cause : refused("not-as-said", cause);
  }
}
