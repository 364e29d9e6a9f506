import type { Log } from "../vocabulary/message.ts";
import { asLine } from "./print.ts";

/** Writes only warnings and errors, to standard error, so the command's output stays clean. */
export const quiet: Log = (level, fields, message) => {
  if (level !== "error" && level !== "warn") return;
  process.stderr.write(`${asLine(`${level}: ${message} ${JSON.stringify(fields)}`)}\n`);
};
