import { cleanAac, cleanMp3 } from "./frames.ts";
import { cleanMovie } from "./mp4.ts";
import { cleanOgg } from "./ogg.ts";
import { refused } from "./refused.ts";
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
  // Sound alone: its format has no room for words.
  "audio/amr": () => undefined,
};

/**
 * A film or a sound without where it was taken and what else its device wrote about it: as long as it was, with every
 * picture and tone in its place, what told about them turned into empty space. Throws FILE_REFUSED for one that cannot be
 * read through.
 */
export function cleanMedia(bytes: Buffer, type: string): Buffer {
  const clean = CLEANERS[type];
  if (!clean) throw refused("unwanted");
  const own = Buffer.from(bytes);
  clean(own);
  return own;
}
