import { existsSync } from "node:fs";
import { join } from "node:path";
import { checkCompose } from "./compose.ts";
import { checkDockerfile, instructionsOf, readDockerfile } from "./dockerfile.ts";
import { commandsIn, readAt, tryConditions } from "./trial.ts";

/** `npm run check:containers`: what can be known of the containers without a daemon. Exits with 1 where something is wrong. */
const root = join(import.meta.dirname, "../..");
const read = (path: string) => readAt(root, path);
const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
const { stages } = readDockerfile(read("Dockerfile"));
const page = read("docs/containers.md");
let isWrong = false;

function tell(what: string, problems: readonly string[]): void {
  for (const problem of problems) process.stdout.write(`wrong: ${problem}\n`);
  if (problems.length === 0) process.stdout.write(`ok: ${what}\n`);
  isWrong ||= problems.length > 0;
}

tell("Dockerfile, .dockerignore", checkDockerfile(read("Dockerfile"), read(".dockerignore"), root, scripts));
const { compose, problems } = checkCompose(read("docker-compose.yml"), {
  root,
  variables: new Set([...read(".env.example").matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name ?? "")),
  stages: new Set(stages.map(({ name }) => name)),
  prepare: read("deploy/containers/prepare.sh"),
});
tell("docker-compose.yml", problems);
const paths = [...page.matchAll(/(?<![\w/])(?:deploy\/[\w./-]*\w|\/start\/[\w.-]+)/g)].map(([path]) => path);
const missing = paths.filter((path) => !existsSync(join(root, path.replace("/start/", "deploy/containers/"))));
const strangers = commandsIn(page).filter(({ service }) => compose && !(service in compose.services));
tell("docs/containers.md", [
  ...missing.map((path) => `docs/containers.md: there is no ${path}`),
  ...strangers.map(({ service }) => `docs/containers.md: no service ${service}`),
]);
const web = compose?.services.web;
if (web) {
  const outcome = await tryConditions(root, instructionsOf(stages, "service"), web, page);
  if ("skipped" in outcome) process.stdout.write(`skipped: the image's conditions: ${outcome.skipped}\n`);
  else tell(`the image's conditions, ${commandsIn(page).length} commands`, outcome.problems);
}
process.exitCode = isWrong ? 1 : 0;
