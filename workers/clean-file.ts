import { buffer } from "node:stream/consumers";
import { cleanFile, MOST_BYTES } from "../src/media/clean-file.ts";
import { AppError } from "../src/vocabulary/errors.ts";

/**
 * Prints a line of JSON with the result, and then the clean bytes. A harmful file may take over the decoder, so
 * src/media/clean-apart.ts sets limits.
 */
const [, , given] = process.argv;
const kind = (Object.keys(MOST_BYTES) as (keyof typeof MOST_BYTES)[]).find((one) => one === given) ?? "sticker";
const bytes = await buffer(process.stdin);
const printResult = (line: object, clean: Uint8Array = Buffer.alloc(0)) =>
  process.stdout.write(Buffer.concat([Buffer.from(`${JSON.stringify(line)}\n`), clean]));
try {
  const { bytes: clean, type } = await cleanFile(bytes, kind);
  printResult({ type }, clean);
} catch (thrown) {
  if (!(thrown instanceof AppError && thrown.code === "FILE_REFUSED")) throw thrown;
  printResult({ refusal: thrown.details.field });
}
