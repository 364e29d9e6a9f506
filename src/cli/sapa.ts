#!/usr/bin/env -S node --max-semi-space-size=4 --optimize-for-size
// With V8's default heap, an import of 150,000 rows took 384 MB; with these options, 244 MB.
import { constants, setPriority } from "node:os";
import { type Command, CommanderError } from "commander";
import { describeSystemError } from "../system-error.ts";
import { VERSION } from "../version.ts";
import { AppError } from "../vocabulary/errors.ts";
import { asLine, printLine } from "./print.ts";
import { findCommand, nearestWord, reportPlainly } from "./usage.ts";

const commands: Record<string, { about: string; load: () => Promise<{ command: () => Command }>; givesWay?: true }> = {
  demo: { about: "run everything here, with a made-up register", load: () => import("./demo.ts") },
  talk: { about: "hold a conversation in this terminal", load: () => import("./talk.ts") },
  import: { about: "bring in a register or an aid list", load: () => import("./import.ts"), givesWay: true },
  tickets: { about: "work on citizens' tickets", load: () => import("./tickets.ts") },
  staff: { about: "officers: who works tickets", load: () => import("./staff.ts") },
  doctor: { about: "look at everything and name what is wrong", load: () => import("./doctor.ts") },
  migrate: { about: "bring the store to this release's form", load: () => import("./migrate.ts") },
  proof: { about: "unlock a person locked by wrong proofs", load: () => import("./proof.ts") },
  "dead-letters": { about: "messages that could not be answered", load: () => import("./dead-letters.ts") },
  channels: { about: "how each channel is, and a test message", load: () => import("./channels.ts") },
  telegram: { about: "tell Telegram where to deliver", load: () => import("./telegram.ts") },
  nik: { about: "check a NIK", load: () => import("./nik.ts") },
  understand: { about: "show what a message is understood as", load: () => import("./understand.ts") },
  examples: { about: "messages that were not understood, to learn from", load: () => import("./examples.ts") },
  check: { about: "check a district's pack", load: () => import("./check.ts") },
  texts: { about: "what citizens read, as a sheet for translators", load: () => import("./texts.ts") },
  areas: { about: "take kecamatan and villages of a new district", load: () => import("./areas.ts") },
  keys: { about: "make fresh keys for a .env file", load: () => import("./keys.ts") },
  reseal: { about: "seal everything anew with the newest key", load: () => import("./reseal.ts") },
  retention: { about: "what has been kept long enough goes", load: () => import("./retention.ts") },
  audit: { about: "verify the audit chain", load: () => import("./audit.ts") },
  diagram: { about: "draw the conversation (Mermaid)", load: () => import("./diagram.ts") },
};

const FAILED = 1;
const USAGE = 2;
const WRONG_USE = new Set(["SETTINGS_INVALID", "DISTRICT_INVALID", "BAD_REQUEST", "NO_WORDS", "NO_REASON"]);

async function main([name, ...rest]: readonly string[], giveWay?: () => void): Promise<number> {
  if (name === "--version" || name === "-V" || name === "version") {
    if (rest.length > 0) throw new AppError("BAD_REQUEST", `sapa ${name}: takes nothing more, not ${rest[0]}`);
    printLine(VERSION);
    return 0;
  }
  const isHelp = name === undefined || ["help", "--help", "-h"].includes(name);
  const wanted = isHelp ? rest[0] : name;
  if (wanted === undefined) {
    const help = `usage: sapa <command>\n\n${listCommands()}\n\n\`npx --no sapa help <command>\` shows one of them`;
    for (const line of help.split("\n")) printLine(line);
    return 0;
  }
  const known = Object.hasOwn(commands, wanted) ? commands[wanted] : undefined;
  if (!known) {
    const near = nearestWord(wanted, Object.keys(commands));
    const perhaps = near ? `did you mean ${near}?` : "`npx --no sapa help` lists those that there are";
    throw new AppError("BAD_REQUEST", `sapa: no command ${wanted}; ${perhaps}`);
  }
  const program = (await known.load()).command().name(`sapa ${wanted}`);
  reportPlainly(program, rest);
  if (known.givesWay && giveWay) program.hook("preAction", giveWay);
  if (isHelp) findCommand(program, rest.slice(1)).outputHelp();
  else await program.parseAsync(rest, { from: "user" });
  return typeof process.exitCode === "number" ? process.exitCode : 0;
}

const listCommands = (): string =>
  Object.entries(commands)
    .map(([name, { about }]) => `  ${name.padEnd(14)} ${about}`)
    .join("\n");

export const runSapa = (args: readonly string[]): Promise<number> => main(args).catch(codeOf);

if (import.meta.main) {
  // `head` in `sapa tickets list | head -1` closes the pipe after one line.
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  try {
    const giveWay = () => setPriority(constants.priority.PRIORITY_LOW);
    process.exitCode = await main(process.argv.slice(2), giveWay);
  } catch (error) {
    process.exit(codeOf(error)); // A runtime that opened only partly would keep the process alive.
  }
}

function codeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE;
  if (!(error instanceof AppError)) {
    const refused = describeSystemError(error);
    process.stderr.write(`${refused === undefined ? (error as Error).stack : asLine(refused)}\n`);
    return FAILED;
  }
  for (const line of error.message.split("\n")) process.stderr.write(`${asLine(line)}\n`);
  return WRONG_USE.has(error.code) ? USAGE : FAILED;
}
