import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Layout, layOutImage } from "./image-root.ts";

/** What `tryImage` is told, as JSON: it runs in a process of its own. */
export type Trial = {
  root: string;
  layout: Layout;
  environment: Record<string, string>;
  start: string[];
  health: string[];
  port: number;
  /** Commands of the pages, with what they read from standard input, if anything. */
  commands: { words: string[]; input?: string }[];
};

/** Nothing of ours writes there, so that such words in an answer tell of a try. */
const REFUSED = /EROFS|EACCES|EPERM|read-only file system|permission denied|no command|unknown option/i;
/** What may lie in the folders that can be written, once the service has run. */
const MAY_LIE: Record<string, RegExp> = {
  "/data": /^(sapa\.db([-.]\w+)?|register|files|spool|districts|rejected\.csv)(\/|$)/,
  "/audit": /^heads\.jsonl$/,
  "/packs": /^$/,
  "/tmp": /^$/,
};
const PATIENCE = 60_000;

/** As a container's first process: user 1000, no capability, no way to gain one. */
const inside = (root: string, words: readonly string[]): [string, string[]] => [
  "chroot",
  [
    root,
    "setpriv",
    ...["--reuid=1000", "--regid=1000", "--clear-groups", "--no-new-privs", "--bounding-set=-all", "--inh-caps=-all"],
    ...["sh", "-c", 'cd /app && exec "$@"', "sh", ...words],
  ],
];

/** Starts the service in the image's conditions and runs the commands; returns what is wrong, a sentence each. */
async function tryImage({ root, layout, environment, start, health, port, commands }: Trial): Promise<string[]> {
  layOutImage(root, layout);
  const problems: string[] = [];
  const env = { PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", ...environment };
  const run = (words: readonly string[], input?: string) =>
    spawnSync(...inside(root, words), { env, encoding: "utf8", ...(input === undefined ? {} : { input }) });
  if (run(["id", "-u"]).stdout !== "1000\n") return ["the image's conditions: the user is not 1000"];
  for (const path of ["/app/x", "/etc/x", "/app/src/x", "/app/node_modules/x"])
    if (run(["sh", "-c", `: >${path}`]).status === 0) return [`the image's conditions: ${path} can be written`];

  const service = spawn(...inside(root, start), { env, stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  for (const stream of [service.stdout, service.stderr]) stream.on("data", (chunk) => (log += String(chunk)));
  if (!(await isReady(service, port))) {
    service.kill("SIGKILL");
    return [`the service does not start: ${log.trim().split("\n").at(-1)}`];
  }
  const healthy = run(health).status;
  if (healthy !== 0) problems.push(`HEALTHCHECK ends with ${healthy} while the service is ready`);
  for (const { words, input } of commands) {
    const { status, stderr, stdout } = run(words, input);
    const line = words.join(" ");
    const finds = status === 1 && words.some((word) => word === "check" || word === "doctor"); // what a check finds is not what is tried here
    if (status !== 0 && !finds)
      problems.push(`${line}: ends with ${status}: ${(stderr || stdout).trim().split("\n")[0]}`);
    else if (REFUSED.test(stderr)) problems.push(`${line}: ${stderr.trim().split("\n")[0]}`);
  }
  service.kill("SIGTERM");
  const code = await new Promise<number | null>((resolve) => service.once("exit", resolve));
  if (code !== 0) problems.push(`SIGTERM: the service ends with ${code}`);
  if (REFUSED.test(log)) problems.push(`the service's log: ${log.split("\n").find((line) => REFUSED.test(line))}`);
  for (const [folder, allowed] of Object.entries(MAY_LIE)) {
    const found = readdirSync(join(root, folder)).filter((name) => !allowed.test(name));
    problems.push(...found.map((name) => `${folder}/${name} was written`));
  }
  return problems;
}

async function isReady(service: ChildProcess, port: number): Promise<boolean> {
  const until = performance.now() + PATIENCE;
  while (performance.now() < until && service.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined);
    if (answer?.status === 200) return true;
    await pause(200);
  }
  return false;
}

if (import.meta.main) {
  const problems = await tryImage(JSON.parse(process.argv[2] ?? "") as Trial);
  process.stdout.write(`${JSON.stringify(problems)}\n`);
}
