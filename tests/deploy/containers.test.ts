import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkCompose } from "../../deploy/check/compose.ts";
import { checkDockerfile, isLetIn, readDockerfile } from "../../deploy/check/dockerfile.ts";

const root = join(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const compose = read("docker-compose.yml");
const dockerfile = read("Dockerfile");
const ignore = read(".dockerignore");
const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };

function changed(text: string, from: string, to: string): string {
  expect(text, from).toContain(from);
  return text.replace(from, to);
}

const composeProblems = (text: string): string[] =>
  checkCompose(text, {
    root,
    variables: new Set([...read(".env.example").matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name ?? "")),
    stages: new Set(readDockerfile(dockerfile).stages.map(({ name }) => name)),
    prepare: read("deploy/containers/prepare.sh"),
  }).problems;

describe("docker-compose.yml", () => {
  it("is as it should be", () => expect(composeProblems(compose)).toEqual([]));

  it.each([
    ["a misspelt limit", "mem_limit: 512m", "memlimit: 512m", /services\.redis: Unrecognized key: "memlimit"/],
    ["no limit", "    mem_limit: 2g\n", "", /services\.mongo\.mem_limit/],
    ["a variable of nowhere", "{SITE:?}", "{SIDE:?}", /^SIDE: is not in \.env\.example$/],
    ["a port for everybody", '"127.0.0.1:3000:3000"', '"3000:3000"', /^web: port 3000:3000 is open to everybody$/],
    ["a store on the internet", "    internal: true\n", "    internal: false\n", /^mongo: reaches the internet$/],
    [
      "a browser beside the stores",
      "networks: [gateway]",
      "networks: [gateway, back]",
      /^whatsapp-web: .* with mongo$/,
    ],
    [
      "a proxy beside the stores",
      "networks: [front]",
      "networks: [front, back]",
      /^caddy: is on a network with redis$/,
    ],
    [
      "a web process without its store",
      "networks: [front, back, gateway]",
      "networks: [front, gateway]",
      /^web: has no/,
    ],
    [
      "a secret that nobody gave",
      "/run/secrets/index_key",
      "/run/secrets/index",
      /^web: INDEX_KEY_FILE: it is not given/,
    ],
    ["a secret that nobody makes", "./secrets/api_token", "./secrets/api", /^secret api_token|^nothing/],
    [
      "a secret in the environment",
      "INDEX_KEY_FILE: /run/secrets/index_key",
      "INDEX_KEY: x",
      /^web: INDEX_KEY is a sec/,
    ],
    ["a setting that nothing reads", "AUDIT_HEADS:", "AUDIT_HEAD:", /^web: nothing reads AUDIT_HEAD$/],
    ["a file that is not there", "redis-health.sh:/start", "redis-heath.sh:/start", /^redis: nothing is at \.\/deploy/],
    ["a stage that is not there", "target: service", "target: services", /^web: Dockerfile has no stage services$/],
    ["a root that can be written", "read_only: true", "read_only: false", /^caddy: its root can be written$/],
    ["capabilities", "cap_drop: [ALL]", "cap_drop: [CHOWN]", /^mongo: keeps capabilities$/],
    ["a log without an end", "max-size: 10m, ", "", /^redis: its log has no end$/],
    ["a service of no name", "redis: { condition", "radis: { condition", /^web: no service radis$/],
    [
      "a list of calls that is not there",
      "browser-seccomp.json",
      "seccomp.json",
      /^whatsapp-web: there is no \.\/deploy/,
    ],
  ])("%s is named", (_, from, to, sentence) => {
    expect(composeProblems(changed(compose, from, to))).toContainEqual(expect.stringMatching(sentence));
  });
});

describe("Dockerfile", () => {
  const problems = (text: string, ignored = ignore) => checkDockerfile(text, ignored, root, scripts);
  it("is as it should be", () => expect(problems(dockerfile)).toEqual([]));

  it.each([
    ["an image of no exact version", "node:24.21.0-bookworm-slim", "node:24-bookworm-slim", /no Node of an exact/],
    ["a folder that is not there", "COPY src ./src", "COPY source ./src", /there is no source$/],
    ["a stage that is not there", "--from=dependencies", "--from=dependency", /no stage dependency$/],
    ["another start", '"src/main.ts"]', '"src/app.ts"]', /npm run start another$/],
    ["an instruction of no name", "EXPOSE 3100", "EXPOSED 3100", /no instruction EXPOSED$/],
  ])("%s is named", (_, from, to, sentence) => {
    expect(problems(changed(dockerfile, from, to))).toContainEqual(expect.stringMatching(sentence));
  });

  it("that runs as root or has no health check is named", () => {
    expect(problems(dockerfile.replaceAll("USER 1000:1000\n", ""))).toContain("Dockerfile: service: runs as root");
    expect(problems(dockerfile.replaceAll("HEALTHCHECK", "LABEL"))).toContain(
      "Dockerfile: service: says nothing of its health",
    );
  });

  it("keeps secrets, settings and data away from the daemon", () => {
    expect(problems(dockerfile, ignore.replace(/^\*$/m, ""))).toContain(".dockerignore: lets in secrets/seal_keys");
    expect(problems(dockerfile, ignore.replace("!locales", ""))).toContainEqual(
      expect.stringMatching(/leaves out locales/),
    );
    expect(isLetIn("src/cli/sapa.ts", ignore)).toBe(true);
  });
});

it("the image's conditions hold, or the program says why it did not try them", { timeout: 400_000 }, () => {
  const program = join(root, "deploy/check/containers.ts");
  const { status, stdout, stderr } = spawnSync(process.execPath, [program], { encoding: "utf8" });
  expect(stderr).toBe("");
  const lines = stdout.trimEnd().split("\n");
  expect(lines.slice(0, 3)).toEqual([
    "ok: Dockerfile, .dockerignore",
    "ok: docker-compose.yml",
    "ok: docs/containers.md",
  ]);
  expect(lines[3]).toMatch(/^ok: the image's conditions, \d+ commands$|^skipped: the image's conditions: \S/);
  expect([lines.length, status]).toEqual([4, 0]);
});

it.each([
  ["without a right to mount", ["--bounding-set=-sys_admin"], "mounts are forbidden here ("],
  ["for another user than root", ["--reuid=65534", "--clear-groups"], "only root may try another user"],
])("the program skips the conditions %s, and says why", { timeout: 100_000 }, (_, words, reason) => {
  const given = process.getuid?.() === 0 ? words : ["--no-new-privs"];
  const program = [process.execPath, join(root, "deploy/check/containers.ts")];
  const { status, stdout } = spawnSync("setpriv", [...given, ...program], { encoding: "utf8" });
  const last = stdout.trimEnd().split("\n").at(-1) ?? "";
  expect(last.startsWith(`skipped: the image's conditions: ${given === words ? reason : ""}`)).toBe(true);
  expect(status).toBe(0);
});
