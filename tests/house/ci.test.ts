import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";

type Workflow = {
  jobs: Record<
    string,
    { services: Record<string, { image: string }>; env: Record<string, string>; steps: { run?: string }[] }
  >;
};
const { jobs } = parse(readFileSync(".github/workflows/ci.yml", "utf8")) as Workflow;
const script = readFileSync(".ci/run", "utf8");

it("the workflow runs the same script as every other check, over its own servers", () => {
  const [job] = Object.values(jobs);
  expect(Object.keys(jobs)).toHaveLength(1);
  expect(job?.steps.map(({ run }) => run)).toContain(".ci/run");
  const hosts = ["MONGODB_URL", "REDIS_URL"].map((name) => new URL(job?.env[name] ?? "").hostname);
  expect(hosts.map((host) => job?.services[host]?.image)).toEqual(["mongo:7", "redis:7"]);
});

it("the script uses the given servers, and starts the others", () => {
  for (const name of ["MONGODB_URL", "REDIS_URL"]) {
    const start = script.indexOf(`if [ -z "\${${name}:-}" ]; then`);
    const end = script.indexOf("\nfi\n", start);
    expect(start, name).toBeGreaterThan(0);
    const assigned = [...script.matchAll(new RegExp(`^\\s*${name}=`, "gm"))].map(({ index }) => index);
    expect(assigned.length, name).toBeGreaterThan(0);
    for (const at of assigned) expect(at > start && at < end, `${name} is set only where it is missing`).toBe(true);
  }
});

it("the script runs each part of `npm run check`", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
  for (const part of (scripts.check ?? "").split(" && ")) expect(script, part).toContain(`\n${part} `);
});
