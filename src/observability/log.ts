import { pino } from "pino";
import type { Log } from "../vocabulary/message.ts";
import { openLogOutput } from "./log-output.ts";

const CENSORED = ["text", "name", "address", "nik", "kk", "phone", "contact", "message.content", "body", "raw"];

export function openLog(level: string): Log {
  const options = { level, base: null, redact: CENSORED, timestamp: pino.stdTimeFunctions.isoTime };
  const logger = pino(options, openLogOutput(1));
  return (at, fields, message) => logger[at](fields, message);
}
