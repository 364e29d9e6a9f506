import { buffer } from "node:stream/consumers";
import { cleanFile, MOST_BYTES } from "../src/media/clean-file.ts";
import { AppError } from "../src/vocabulary/errors.ts";

/**
 * Cleans the file on its standard input. Prints a line of JSON with the result, and then the clean bytes.
 * src/media/clean-apart.ts starts the program with limits, because a harmful file may make its decoder do anything.
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
