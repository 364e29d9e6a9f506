import { existsSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { isSetting } from "../../src/config.ts";
import { settingOfFile } from "../../src/setting-files.ts";
import { Compose, type ComposeService, isTopKey } from "./compose-schema.ts";

/** What a compose file is checked against. */
export type Surroundings = {
  root: string;
  /** Names in `.env.example`. */
  variables: ReadonlySet<string>;
  /** Names of the stages of `Dockerfile`. */
  stages: ReadonlySet<string>;
  /** The text of what makes secrets and folders. */
  prepare: string;
};

/** Services of others, which may have a network without the internet only. */
const STORES = ["mongo", "redis"];
/** What a service of ours may not be beside: whatever is let in through it. */
const APART: [string, string][] = [
  ["caddy", "mongo"],
  ["caddy", "redis"],
  ["whatsapp-web", "mongo"],
  ["whatsapp-web", "redis"],
  ["whatsapp-web", "caddy"],
];
/** Who calls whom. */
const TOGETHER: [string, string][] = [
  ["caddy", "web"],
  ["web", "mongo"],
  ["web", "redis"],
  ["workers", "mongo"],
  ["workers", "redis"],
  ["workers", "whatsapp-web"],
  ["web", "whatsapp-web"],
];
const MADE_BY_PREPARE = /^\.\/(secrets|packs)(\/|$)/;

/** Everything that is wrong with a compose file, a sentence each; also the file as read, where it can be. */
export function checkCompose(text: string, around: Surroundings): { problems: string[]; compose?: Compose } {
  const read: unknown = parse(text, { merge: true });
  const strange = Object.keys(read as object).filter((key) => !isTopKey(key));
  const parsed = Compose.safeParse(read);
  const problems = strange.map((key) => `${key}: Compose has no such section that we use`);
  if (!parsed.success) {
    problems.push(...parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`));
    return { problems };
  }
  const compose = parsed.data;
  for (const [, name = ""] of text.replace(/^\s*#.*$/gm, "").matchAll(/(?<!\$)\$\{?([A-Za-z_]+)/g))
    if (!around.variables.has(name)) problems.push(`${name}: is not in .env.example`);
  for (const [name, service] of Object.entries(compose.services))
    problems.push(...checkService(service, compose, around).map((problem) => `${name}: ${problem}`));
  for (const [name, { file }] of Object.entries(compose.secrets))
    if (!isMade(file, around)) problems.push(`secret ${name}: prepare.sh makes no ${file}`);
  problems.push(...checkNetworks(compose));
  return { problems, compose };
}

function checkService(service: ComposeService, compose: Compose, around: Surroundings): string[] {
  const wrong: string[] = [];
  const demand = (holds: boolean, problem: string) => {
    if (!holds) wrong.push(problem);
  };
  demand(service.read_only, "its root can be written");
  demand(service.cap_drop.includes("ALL"), "keeps capabilities");
  demand(service.security_opt.includes("no-new-privileges:true"), "may gain privileges");
  demand(/^\d+[km]$/.test(service.logging.options["max-size"] ?? ""), "its log has no end");
  demand(service.restart === "unless-stopped", "is not started again");
  demand(!service.build || around.stages.has(service.build.target), `Dockerfile has no stage ${service.build?.target}`);
  demand(!service.image.endsWith(":latest") || service.build !== undefined, "its image has no version");
  for (const name of service.networks) demand(name in compose.networks, `no network ${name}`);
  for (const name of Object.keys(service.depends_on ?? {})) demand(name in compose.services, `no service ${name}`);
  for (const name of service.secrets ?? []) demand(name in compose.secrets, `no secret ${name}`);
  for (const port of service.ports ?? [])
    demand(port.startsWith("127.0.0.1:") || service.image.startsWith("caddy:"), `port ${port} is open to everybody`);
  for (const option of service.security_opt) {
    const [, file] = /^seccomp:(.+)$/.exec(option) ?? [];
    demand(file === undefined || existsSync(join(around.root, file)), `there is no ${file}`);
  }
  for (const volume of service.volumes ?? []) {
    const [from = ""] = volume.split(":");
    const isThere = from.startsWith(".") ? isThereOrMade(from, around) : from in compose.volumes;
    demand(isThere, `nothing is at ${from}`);
  }
  for (const word of [service.command, service.entrypoint].flat())
    demand(!word || !/^(src|workers)\//.test(word) || existsSync(join(around.root, word)), `there is no ${word}`);
  if (service.build) wrong.push(...checkEnvironment(service));
  return wrong;
}

const isMade = (path: string, { prepare }: Surroundings): boolean =>
  new RegExp(`(?<![\\w/])${path.replace("./secrets/", "")}(?!\\w)`).test(prepare);

const isThereOrMade = (path: string, around: Surroundings): boolean =>
  MADE_BY_PREPARE.test(path) ? around.prepare.includes(path.replace("./", "")) : existsSync(join(around.root, path));

/** Settings that something reads, secrets by their files only, and files that the service is given. */
function checkEnvironment({ environment = {}, secrets = [] }: ComposeService): string[] {
  return Object.entries(environment).flatMap(([name, value]) => {
    const setting = settingOfFile(name) ?? name;
    if (!isSetting(setting)) return [`nothing reads ${name}`];
    if (setting === name) {
      return /_(KEYS?|TOKEN|SECRET|PASSWORD)$/.test(name) ? [`${name} is a secret and belongs in a file`] : [];
    }
    const [, secret] = /^\/run\/secrets\/(\w+)$/.exec(String(value)) ?? [];
    return secret && secrets.includes(secret) ? [] : [`${name}: it is not given ${value}`];
  });
}

function checkNetworks({ services, networks }: Compose): string[] {
  const of = (name: string): readonly string[] => services[name]?.networks ?? [];
  const shared = ([one, other]: [string, string]) => of(one).some((network) => of(other).includes(network));
  const used = new Set(Object.values(services).flatMap((service) => service.networks));
  return [
    ...STORES.filter((name) => of(name).some((network) => networks[network]?.internal !== true)).map(
      (name) => `${name}: reaches the internet`,
    ),
    ...APART.filter(shared).map(([one, other]) => `${one}: is on a network with ${other}`),
    ...TOGETHER.filter((pair) => !shared(pair)).map(([one, other]) => `${one}: has no network with ${other}`),
    ...Object.keys(networks)
      .filter((name) => !used.has(name))
      .map((name) => `network ${name}: nothing is on it`),
  ];
}
