import { execFile } from "node:child_process";
import { globSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { promisify } from "node:util";
import { build } from "rolldown";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startService } from "../support/runtime.ts";

const TOKEN = "token-of-the-tests-0123456789";
const run = promisify(execFile);

/** The generator needs the compiler's JavaScript library, which TypeScript 7 no longer has. */
const hooks = registerHooks({
  resolve: (name, context, next) =>
    next(name === "typescript" && context.parentURL?.includes("/openapi-typescript/") ? "typescript-5" : name, context),
});
afterAll(() => hooks.deregister());

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sapa-client-"));
  const service = await startService({ API_TOKEN: TOKEN }, { sample: false });
  const answer = await fetch(`${service.url}/api/docs/json`, { headers: { authorization: `Bearer ${TOKEN}` } });
  const described = await answer.text();
  await service.close();
  const { astToString, default: typesOf } = await import("openapi-typescript");
  writeFileSync(join(folder, "api.ts"), astToString(await typesOf(described)));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function compiled(program: string): Promise<string> {
  const file = join(folder, "program.ts");
  writeFileSync(file, `import type { components, operations } from "./api.ts";\n${program}`);
  const options = [
    "--noEmit",
    "--strict",
    "--target",
    "es2024",
    "--module",
    "nodenext",
    "--allowImportingTsExtensions",
  ];
  const only = ["--ignoreConfig", "--types", ""];
  return run(resolve("node_modules/.bin/tsc"), [...options, ...only, file], { cwd: folder }).then(
    () => "",
    ({ stdout }: { stdout: string }) => stdout,
  );
}

const PROGRAM = `
type Page = operations["listTickets"]["responses"][200]["content"]["application/json"];
type Shown = operations["getTicket"]["responses"][200]["content"]["application/json"];
type Acted = operations["answerTicket"]["responses"][200]["content"]["application/json"];
type Problem = operations["answerTicket"]["responses"][409]["content"]["application/json"];
export const query: operations["listTickets"]["parameters"]["query"] = { open: true, overdue: true, category: "card", limit: 20 };
export const lines = ({ tickets, next }: Page): string[] => [...tickets.map((one) => one.number + one.state), next ?? "end"];
export const act: operations["answerTicket"]["requestBody"]["content"]["application/json"] = { id: "act-00001", text: "Sudah." };
export const words = (shown: Shown): string => ("events" in shown ? shown.events.map(({ text }) => text).join() : shown.number);
export const added = (acted: Acted): string => ("added" in acted ? acted.added.map(({ text }) => text).join() : acted.number);
export const isClosed = ({ code }: Problem): boolean => code === "TICKET_CLOSED";
export const seen = (ticket: components["schemas"]["Ticket"]): boolean => ticket.hasChat && ticket.person.hasNik;
`;

it("a client that is generated from the description compiles", { timeout: 60_000 }, async () => {
  expect(await compiled(PROGRAM)).toBe("");
});

it.each([
  ["a state that there is not", 'export const is = (page: Page) => page.tickets[0]?.state === "lost";'],
  ["a flag in words", 'export const asked: typeof query = { open: "true" };'],
  ["a whole thread after an act", 'export const whole = (acted: Acted) => ("added" in acted ? acted.events : []);'],
  ["an act without an id", 'export const done: typeof act = { text: "Sudah." };'],
])("a client program does not compile with %s", { timeout: 60_000 }, async (_, line) => {
  expect(await compiled(`${PROGRAM}${line}\n`)).toContain("error TS");
});

it("a browser takes the contract with vocabulary and zod, and nothing else", async () => {
  const input = globSync(["src/http/contract/*.ts", "src/vocabulary/*.ts"]);
  const { output } = await build({ input, platform: "browser", treeshake: false, write: false });
  const chunks = output.filter((one) => one.type === "chunk");
  const modules = chunks.flatMap(({ moduleIds }) => moduleIds.map((id) => relative(".", id)));
  const strays = modules.filter((path) => !/^(src\/(http\/contract|vocabulary)|node_modules\/zod)\//.test(path));
  expect(strays.filter((path) => !path.startsWith("\0") && !path.includes("rolldown/runtime"))).toEqual([]);
  expect(modules).toEqual(expect.arrayContaining(input));
  expect(chunks.flatMap(({ imports }) => imports.filter((path) => path.startsWith("node:")))).toEqual([]);
  expect(chunks.map(({ code }) => code).join()).not.toMatch(/\brequire\(|["']node:/);
});
