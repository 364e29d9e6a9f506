import type { Log } from "../vocabulary/message.ts";
import { asLine } from "./print.ts";

export const quiet: Log = (level, fields, message) => {
  if (level !== "error" && level !== "warn") return;
  process.stderr.write(`${asLine(`${level}: ${message} ${JSON.stringify(fields)}`)}\n`);
};
