import { buffer } from "node:stream/consumers";
import { cleanFile, MOST_BYTES } from "../src/media/clean-file.ts";
import { AppError } from "../src/vocabulary/errors.ts";

/**
 * Cleans one file and ends: bytes come in, what became of them goes out as a line of JSON, the clean bytes behind it. It
 * is started with the limits of src/media/clean-apart.ts, since a file may do anything to its decoder.
 */
const [, , given] = process.argv;
const kind = (Object.keys(MOST_BYTES) as (keyof typeof MOST_BYTES)[]).find((one) => one === given) ?? "sticker";
const bytes = await buffer(process.stdin);
const told = (line: object, clean: Uint8Array = Buffer.alloc(0)) =>
  process.stdout.write(Buffer.concat([Buffer.from(`${JSON.stringify(line)}\n`), clean]));
try {
  const { bytes: clean, type } = await cleanFile(bytes, kind);
  told({ type }, clean);
} catch (thrown) {
  if (!(thrown instanceof AppError && thrown.code === "FILE_REFUSED")) throw thrown;
  told({ refusal: thrown.details.field });
}
