import { spawn } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { CHILD_ENVIRONMENT } from "../support/child-environment.ts";

const LOG_OUTPUT = join(import.meta.dirname, "../../src/observability/log-output.ts");
const LINES = 8_000;

/** Fills a pipe that has no reader, and then ends while lines still wait. */
const PROGRAM = `
  import { openLogOutput } from ${JSON.stringify(LOG_OUTPUT)};
  process.stdout.on("error", () => undefined); // Node opens the pipe, so a write to the full pipe does not wait
  const output = openLogOutput(1);
  const write = (from, to) => { for (let no = from; no < to; no += 1) output.write(no + " " + "x".repeat(120) + "\\n"); };
  write(0, ${LINES / 2});
  setTimeout(() => { write(${LINES / 2}, ${LINES}); process.exit(0); }, 200);
`;
const startProgram = (program = PROGRAM) =>
  spawn(process.execPath, ["--input-type=module", "--eval", program], {
    stdio: ["ignore", "pipe", "inherit"],
    env: CHILD_ENVIRONMENT,
  });

it("a process that ends while its pipe is full writes every line to a slow reader", async () => {
  const child = startProgram();
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (read: string) => {
    text += read;
  });
  child.stdout.pause();
  setTimeout(() => child.stdout.resume(), 600);
  await new Promise((resolve) => child.once("close", resolve));
  const numbers = text
    .split("\n")
    .slice(0, -1)
    .map((line) => Number(/^(\d+) x{120}$/.exec(line)?.[1]));
  expect(numbers).toEqual(Array.from({ length: LINES }, (_, no) => no));
});

/** Ends while the pipe has taken only a part of the first batch. */
const ENDS_AT_ONCE = `
  import { openLogOutput } from ${JSON.stringify(LOG_OUTPUT)};
  process.stdout.on("error", () => undefined);
  const output = openLogOutput(1);
  output.write("x".repeat(400_000) + "\\n");
  output.write("the end\\n");
  process.exit(0);
`;

it("a process that ends during its first write writes all of it", async () => {
  const child = startProgram(ENDS_AT_ONCE);
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (read: string) => {
    text += read;
  });
  child.stdout.pause();
  setTimeout(() => child.stdout.resume(), 300);
  await new Promise((resolve) => child.once("close", resolve));
  expect(text.split("\n").map((line) => line.length)).toEqual([400_000, "the end".length, 0]);
});

it("a process ends although its pipe has no reader", async () => {
  const child = startProgram();
  child.stdout.pause();
  expect(await new Promise((resolve) => child.once("exit", resolve))).toBe(0);
  child.stdout.destroy();
});
