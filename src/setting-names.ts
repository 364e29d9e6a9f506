import { defined } from "./defined.ts";
import { nearestName } from "./nearest-name.ts";

/** `nearest`: the setting that the operator may have meant. */
export type StrayName = { setting: string; nearest?: string; why?: string };

/** Names in a `.env` file that other programs read: Node, npm, OpenTelemetry, Docker Compose and the system. */
const OTHERS =
  /^(NODE_|npm_|OTEL_|COMPOSE_|LC_|SITE$|FRONT_NETWORK$|WHATSAPP_WEB_DISTRICT$|TZ$|LANG$|PATH$|HOME$|(HTTPS?|NO|ALL)_PROXY$)/i;
/** A line of another form may be a piece of a key. */
const NAME = /^[A-Z][A-Z0-9_]*$/;

export type Known = {
  general: readonly string[];
  /** Settings of channels, which may have a district as suffix. */
  perDistrict: ReadonlyMap<string, { channel: string; isDefaulted: boolean }>;
  suffixes: ReadonlyMap<string, string>;
  /** `CHANNEL DISTRICT` of each channel that is on. */
  on: ReadonlySet<string>;
};

/** A name of the environment counts only if it looks like this service's names. */
export function findStrayNames(
  environment: Readonly<Record<string, string | undefined>>,
  inFile: ReadonlySet<string>,
  known: Known,
): StrayName[] {
  const candidates = [
    ...known.general,
    ...known.perDistrict.keys(),
    ...[...known.perDistrict.keys()].flatMap((key) => [...known.suffixes.keys()].map((suffix) => key + suffix)),
  ];
  const all = new Set(candidates);
  return Object.keys(environment)
    .filter((name) => environment[name] !== "" && environment[name] !== undefined)
    .sort()
    .flatMap((name): StrayName[] => {
      const read = name.replace(/_FILE$/, ""); // `NAME_FILE` names a file that holds the setting
      if (all.has(name) || all.has(read)) return findUnreadDistrict(name, all.has(name) ? name : read, known);
      if (OTHERS.test(name)) return [];
      if (!inFile.has(name) && !looksLikeOurs(name, candidates, known)) return [];
      if (!NAME.test(name) && !all.has(name.toUpperCase())) return [{ setting: "(a line of another form)" }];
      const most = Math.max(2, Math.floor(name.length / 3));
      return [{ setting: name, ...defined({ nearest: nearestName(name.toUpperCase(), candidates, () => most) }) }];
    });
}

function looksLikeOurs(name: string, candidates: readonly string[], { perDistrict }: Known): boolean {
  const prefixes = new Set([...perDistrict.keys()].map((key) => key.split("_")[0] ?? ""));
  if ([...prefixes].some((prefix) => name.startsWith(`${prefix}_`))) return true;
  const most = name.length >= 8 ? 2 : name.length >= 5 ? 1 : 0;
  return nearestName(name, candidates, () => most) !== undefined;
}

function findUnreadDistrict(setting: string, name: string, { perDistrict, suffixes, on }: Known): StrayName[] {
  const [key = "", suffix] = name.split("__");
  const about = perDistrict.get(key);
  if (!about || about.isDefaulted) return [];
  const districts = suffix === undefined ? [...suffixes.values()] : [suffixes.get(`__${suffix}`) ?? ""];
  if (districts.some((district) => on.has(`${about.channel} ${district}`))) return [];
  return [{ setting, why: `${about.channel} is off for ${districts.join(", ")}` }];
}
