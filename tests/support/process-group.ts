import { type ChildProcess, spawn } from "node:child_process";
import { openSync } from "node:fs";
import { CHILD_ENVIRONMENT } from "./child-environment.ts";

export type Group = {
  child: ChildProcess;
  output(): string;
  /** Rejects if the program ends before its output matches. */
  until(pattern: RegExp): Promise<void>;
  ended: Promise<number | NodeJS.Signals | null>;
  isAlive(): boolean;
  signalAll(signal: NodeJS.Signals): void;
};

type Options = { cwd: string; env: Record<string, string>; stdout?: string };

export function startGroup([program = "", ...args]: string[], { cwd, env, stdout }: Options): Group {
  const child = spawn(program, args, {
    cwd,
    env: { ...CHILD_ENVIRONMENT, TZ: "Asia/Jakarta", ...env },
    stdio: ["ignore", stdout ? openSync(stdout, "w") : "pipe", "pipe"],
    detached: true,
  });
  let output = "";
  const waiting = new Set<() => void>();
  const hear = (chunk: Buffer) => {
    output += chunk.toString("utf8");
    for (const one of waiting) one();
  };
  child.stdout?.on("data", hear);
  child.stderr?.on("data", hear);
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once("exit", (code, signal) => resolve(code ?? signal)),
  );
  const signalAll = (signal: NodeJS.Signals | 0): boolean => {
    try {
      return process.kill(-(child.pid ?? 0), signal);
    } catch {
      return false; // no process of the group is left
    }
  };
  return {
    child,
    output: () => output,
    until: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => pattern.test(output) && resolve();
        waiting.add(look);
        look();
        ended.then((code) => reject(new Error(`ended with ${code}: ${output.slice(-2_000)}`)));
      }),
    ended,
    isAlive: () => signalAll(0),
    signalAll,
  };
}
