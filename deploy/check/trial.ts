import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ComposeService } from "./compose-schema.ts";
import { commandOf, copiesOf, type Instruction } from "./dockerfile.ts";
import type { Trial } from "./image.ts";

/** A list that can be imported; serials of 9000 and more are nobody's. */
const LIST = "nik,nama,status_data\n3524015206799901,Siti Contoh,VALID\n";

/** The `sapa` commands of a page, as they are called in a container of the service. */
export function commandsIn(page: string): { service: string; words: string[]; reads: boolean }[] {
  const found = page.matchAll(
    /docker compose (?:exec|run)((?: -T| --rm| --no-deps)*) (\w+) (sapa (?!COMMAND)[^`\n]+)/g,
  );
  return [...found].map(([, , service = "", line = ""]) => {
    const [command = "", file] = line.split(" <");
    const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
    return { service, words, reads: file !== undefined };
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}

/** Why mounts are forbidden here; `undefined` where they are not. */
function mountsForbidden(): string | undefined {
  if (process.platform !== "linux") return `this is ${process.platform}, not Linux`;
  if (process.getuid?.() !== 0) return "only root may try another user; call it with sudo";
  const folder = mkdtempSync(join(tmpdir(), "sapa-mount-"));
  const words = ["--mount", "--propagation", "private", "mount", "-t", "tmpfs", "tmpfs", folder];
  const { status, error, stderr } = spawnSync("unshare", words, { encoding: "utf8" });
  rmSync(folder, { recursive: true, force: true });
  return status === 0 ? undefined : `mounts are forbidden here (${error?.message ?? stderr.trim()})`;
}

export type Outcome = { problems: string[] } | { skipped: string };

/** Tries the image's conditions: what `web` is in the compose file, with a file for a store and without the queue. */
export async function tryConditions(
  root: string,
  instructions: readonly Instruction[],
  web: ComposeService,
  page: string,
): Promise<Outcome> {
  const skipped = mountsForbidden();
  if (skipped !== undefined) return { skipped };
  const scratch = mkdtempSync(join(tmpdir(), "sapa-image-"));
  chmodSync(scratch, 0o755);
  try {
    const sapa = `${process.execPath} ${join(root, "src/cli/sapa.ts")}`;
    const prepare = [join(root, "deploy/containers/prepare.sh")];
    const prepared = spawnSync("sh", prepare, { cwd: scratch, env: { PATH: process.env.PATH, SAPA: sapa } });
    if (prepared.status !== 0) return { problems: [`prepare.sh: ${String(prepared.stderr).trim()}`] };
    const port = await freePort();
    const trial: Trial = {
      root: mkdtempSync(join(scratch, "root-")),
      layout: {
        release: root,
        copies: copiesOf(instructions).filter(({ from }) => from === undefined),
        nodeModules: realpathSync(join(root, "node_modules")),
        without: ["whatsapp-web.js", "puppeteer", "puppeteer-core"],
        secrets: join(scratch, "secrets"),
        writable: ["/data", "/audit", "/packs", "/tmp"],
      },
      environment: environmentOf(web, port),
      start: commandOf(instructions),
      health: healthOf(instructions),
      port,
      commands: commandsIn(page)
        .filter(({ words }) => words[1] !== "telegram") // asks Telegram, of an account that is not here
        .map(({ words, reads }) => ({ words, ...(reads ? { input: LIST } : {}) })),
    };
    const program = join(import.meta.dirname, "image.ts");
    const words = ["--mount", "--propagation", "private", process.execPath, program, JSON.stringify(trial)];
    const { status, stdout, stderr } = spawnSync("unshare", words, { encoding: "utf8", timeout: 300_000 });
    if (status !== 0) return { problems: [`the image's conditions: ${stderr.trim().split("\n").slice(-3).join(" ")}`] };
    return { problems: JSON.parse(stdout) as string[] };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function environmentOf(web: ComposeService, port: number): Record<string, string> {
  const given = Object.entries(web.environment ?? {}).filter(([name]) => !/^(STORE|REDIS)_/.test(name));
  return {
    ...Object.fromEntries(given.map(([name, value]) => [name, String(value).replace(/\$\{(\w+):-([^}]*)\}/g, "$2")])),
    PUBLIC_URL: "https://bansos.example.go.id",
    DISTRICTS: "lamongan",
    PORT: String(port),
    HOST: "127.0.0.1",
  };
}

const healthOf = (instructions: readonly Instruction[]): string[] => {
  const words = instructions.findLast(({ name }) => name === "HEALTHCHECK")?.words.join(" ") ?? "";
  return JSON.parse(words.slice(words.indexOf("CMD ") + 4)) as string[];
};

export const readAt = (root: string, path: string): string => readFileSync(join(root, path), "utf8");
