import { type ChildProcess, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { createServer } from "node:net";
import { join } from "node:path";
import { CHILD_ENVIRONMENT } from "./child-environment.ts";

const root = join(import.meta.dirname, "../..");
export const END_WITH_PARENT = ["--import", join(import.meta.dirname, "end-with-parent.ts")];
/** The options of `npm start`. */
const NODE_OPTIONS = ["--min-semi-space-size=16", "--max-semi-space-size=32", "--heap-growing-percent=100"];

/** The system gives ports above this range to outgoing connections, which could take a port before the test listens. */
const [LOWEST_PORT, PORTS] = [12_000, 18_000];

export async function freePort(): Promise<number> {
  for (;;) {
    const port = LOWEST_PORT + randomInt(PORTS);
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const isListening = await new Promise<boolean>((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => resolve(true));
  });
  if (isListening) await new Promise((resolve) => server.close(resolve));
  return isListening;
}

export type ServiceProcess = {
  child: ChildProcess;
  output(): string;
  /** Sends -9 by default, and resolves with the exit code. */
  kill(signal?: NodeJS.Signals): Promise<number | null>;
};

export async function startProcess(
  script: string,
  args: string[],
  environment: Record<string, string>,
  ready: RegExp,
  ms = 20_000,
): Promise<ServiceProcess> {
  const child = spawn(process.execPath, [...END_WITH_PARENT, ...NODE_OPTIONS, join(root, script), ...args], {
    env: { ...CHILD_ENVIRONMENT, TZ: "Asia/Jakarta", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const gone = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error(`not ready: ${output.slice(-2_000)}`));
    }, ms);
    let isReady = false;
    const hear = (chunk: Buffer) => {
      output += chunk.toString("utf8");
      if (isReady || !ready.test(output)) return;
      isReady = true;
      clearTimeout(timer);
      resolve();
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(`ended with ${code}: ${output.slice(-2_000)}`));
    });
  });
  return {
    child,
    output: () => output,
    async kill(signal = "SIGKILL") {
      child.kill(signal);
      return gone;
    },
  };
}
