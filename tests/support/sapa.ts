import { Readable } from "node:stream";
import { runSapa } from "../../src/cli/sapa.ts";
import { CHILD_ENVIRONMENT } from "./child-environment.ts";

type Run = { cwd: string; env: Record<string, string>; input?: string };
type Ended = { status: number; out: string; errors: string };

/** Runs a command of `sapa` in this process, because a child process needs a second to start. */
export async function sapaHere(args: readonly string[], { cwd, env, input }: Run): Promise<Ended> {
  const before = { env: { ...process.env }, cwd: process.cwd(), exitCode: process.exitCode };
  const written = { stdout: "", stderr: "" };
  const writes = { stdout: process.stdout.write, stderr: process.stderr.write };
  for (const name of ["stdout", "stderr"] as const)
    process[name].write = (text: string | Uint8Array) => {
      written[name] += typeof text === "string" ? text : Buffer.from(text).toString();
      return true;
    };
  const stdin = Object.getOwnPropertyDescriptor(process, "stdin");
  if (input !== undefined)
    Object.defineProperty(process, "stdin", { value: Readable.from([Buffer.from(input)]), configurable: true });
  takeEnvironment({ ...CHILD_ENVIRONMENT, ...env });
  process.chdir(cwd);
  process.exitCode = undefined;
  try {
    const status = await runSapa(args);
    return { status, out: written.stdout, errors: written.stderr };
  } finally {
    for (const name of ["stdout", "stderr"] as const) process[name].write = writes[name];
    if (stdin) Object.defineProperty(process, "stdin", stdin);
    process.chdir(before.cwd);
    process.exitCode = before.exitCode;
    takeEnvironment(before.env);
  }
}

function takeEnvironment(env: Readonly<Record<string, string | undefined>>): void {
  for (const name of Object.keys(process.env)) if (env[name] === undefined) delete process.env[name];
  for (const [name, value] of Object.entries(env)) if (value !== undefined) process.env[name] = value;
}
