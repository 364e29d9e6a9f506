import { AppError } from "../vocabulary/errors.ts";
import type { MediaFile } from "../vocabulary/message.ts";
import { cleanMedia } from "./clean-media.ts";
import { checkPixels } from "./image-limits.ts";
import { checkPdf } from "./pdf.ts";
import { refusalError } from "./refusal-error.ts";

/** In bytes. */
export const MOST_BYTES: Record<MediaFile["kind"], number> = {
  image: 10 * 1_024 * 1_024,
  document: 10 * 1_024 * 1_024,
  audio: 10 * 1_024 * 1_024,
  voice: 10 * 1_024 * 1_024,
  video: 15 * 1_024 * 1_024,
  sticker: 1_024 * 1_024,
};

/** In pixels. At this size, a photographed paper is still readable. */
const LONGEST_SIDE = 2_400;

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

/** Redraws an image, removes metadata from film and sound, and keeps a PDF unchanged. Rejects with FILE_REFUSED. */
export async function cleanFile(bytes: Buffer, kind: MediaFile["kind"]): Promise<Clean> {
  if (bytes.length > MOST_BYTES[kind]) throw refusalError("too-large");
  const { fileTypeFromBuffer } = await import("file-type");
  const found = await fileTypeFromBuffer(bytes);
  const type = found?.mime.split(";")[0] ?? "";
  if (!TYPES[kind].test(type)) throw refusalError(KNOWN.test(type) || type === "" ? "not-as-said" : "unwanted");
  if (type.startsWith("image/")) return { bytes: await redrawImage(bytes), type: "image/jpeg" };
  if (type !== "application/pdf") return { bytes: cleanMedia(bytes, type), type };
  checkPdf(bytes);
  return { bytes, type };
}

async function redrawImage(bytes: Buffer): Promise<Buffer> {
  const { default: sharp } = await import("sharp");
  sharp.cache(false);
  const read = () => sharp(bytes, { limitInputPixels: false, failOn: "error", animated: false });
  try {
    checkPixels(await read().metadata());
    return await read()
      .rotate() // turns the image upright before its orientation field is removed
      .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .jpeg({ quality: 82, mozjpeg: false })
      .toBuffer();
  } catch (cause) {
    throw cause instanceof AppError ? cause : refusalError("not-as-said", cause);
  }
}
