import { globSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEvent } from "../../src/casework/apply.ts";
import { newTicket, type WholeTicket } from "../../src/casework/ticket.ts";
import { asLine } from "../../src/cli/print.ts";
import { linesOf } from "../../src/cli/tickets/ticket-lines.ts";
import { anyCharacter } from "../support/any-character.ts";

const CALENDAR = { holidays: new Set<string>(), zone: "Asia/Jakarta" as const };
const COMMANDS = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

describe("a stored text in a terminal", () => {
  it.each([
    ["the screen cleared", "beras\u001b[2J\u001b[Hbau"],
    ["a title set", "\u001b]0;root\u0007"],
    ["a command of the second set", "\u009b31m"],
    ["a line of its own", "bau\n2026-11-01 10:00  sari closed: selesai"],
    ["a line of its own, after a return", "bau\r2026-11-01  sari closed"],
    ["text turned round", "\u202egnp.exe"],
    ["a backspace", "a\u0008\u0008"],
    ["a line separator", "a\u2028b"],
  ])("is printed without control characters: %s", (_, text) => {
    expect(asLine(text)).not.toMatch(COMMANDS);
    const ticket = newTicket(
      {
        number: "LMG-26-000001-1",
        district: "lamongan",
        category: "quality",
        text,
        place: text,
        person: { name: text },
        locale: "id",
        openedAt: 1_700_000_000_000,
      },
      CALENDAR,
    );
    const added = applyEvent(ticket, { type: "add", id: "1", at: 1_700_000_001_000, by: text, text }, CALENDAR);
    const lines = linesOf(added as WholeTicket, {}).map(asLine);
    expect(lines.filter((line) => COMMANDS.test(line))).toEqual([]);
    expect(lines.filter((line) => line.startsWith("2026-11-01"))).toEqual([]);
  });

  it("asLine escapes every control character, and JSON keeps its meaning", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: anyCharacter }),
          fc.string({ unit: fc.constantFrom("\n", "\u001b", "\u202e", "\u2028", "a", "\\", '"') }),
        ),
        (text) => {
          expect(asLine(text)).not.toMatch(COMMANDS);
          expect(JSON.parse(asLine(JSON.stringify({ text })))).toEqual({ text });
        },
      ),
    );
  });
});

/** These files print only our own text, or text from `asLine`. */
const OWN = [
  "print.ts",
  "line-streams.ts",
  "keys.ts",
  "diagram.ts",
  "demo.ts",
  "migrate.ts",
  "proof.ts",
  "telegram.ts",
  "audit.ts",
  "reseal.ts",
  "talk.ts",
  "check.ts",
  "dead-letters.ts",
  "doctor.ts",
  "examples.ts",
  "release.ts",
];
const files = globSync("src/cli/**/*.ts").map((path) => path.slice("src/cli/".length));
it.each(files.filter((file) => !OWN.includes(file)))("src/cli/%s prints by print.ts", (file) => {
  expect(readFileSync(`src/cli/${file}`, "utf8")).not.toContain("process.stdout.write");
});
