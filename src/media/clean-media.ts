import { cleanAac, cleanMp3 } from "./frames.ts";
import { cleanMovie } from "./mp4.ts";
import { cleanOgg } from "./ogg.ts";
import { refusalError } from "./refusal-error.ts";
import { cleanWav } from "./wav.ts";
import { cleanWebm } from "./webm.ts";

const CLEANERS: Record<string, (bytes: Buffer) => void> = {
  "video/mp4": cleanMovie,
  "video/quicktime": cleanMovie,
  "video/3gpp": cleanMovie,
  "audio/mp4": cleanMovie,
  "audio/x-m4a": cleanMovie,
  "video/webm": cleanWebm,
  "audio/ogg": cleanOgg,
  "audio/mpeg": cleanMp3,
  "audio/aac": cleanAac,
  "audio/wav": cleanWav,
  // An AMR file contains no metadata.
  "audio/amr": () => undefined,
};

/** Fills metadata with empty space, so pictures and sounds keep their places. Throws FILE_REFUSED. */
export function cleanMedia(bytes: Buffer, type: string): Buffer {
  const clean = CLEANERS[type];
  if (!clean) throw refusalError("unwanted");
  const own = Buffer.from(bytes);
  clean(own);
  return own;
}
