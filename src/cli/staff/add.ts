import { randomBytes } from "node:crypto";
import { findChats } from "../../casework/desk/officer-chats.ts";
import { saveOfficer } from "../../casework/desk/officer-leaves.ts";
import { describeUnreachedChats } from "../../casework/desk/unreached-officers.ts";
import { isPlaced, isReservedId, Officer, type OfficerChat } from "../../casework/officer.ts";
import { defined } from "../../defined.ts";
import { plainProblem } from "../../plain-problems.ts";
import type { Runtime } from "../../runtime.ts";
import { AppError } from "../../vocabulary/errors.ts";
import { requireDistrict } from "../open.ts";
import { osOperator } from "../operator.ts";
import { printLine as print } from "../print.ts";
import { describeHandedOn, listGaps } from "./gaps.ts";
import { rowOf } from "./row.ts";

/** A mark or a chat is `false` if the command has its `--no-` option. */
export type GivenOfficer = {
  district?: string;
  name?: string;
  rung?: string;
  area?: string[];
  allAreas?: true;
  telegram?: string | false;
  chat?: string[] | false;
  sensitive?: boolean;
  urgent?: boolean;
  survivor?: boolean;
  token?: true;
  json?: true;
};

const OPTION_OF: Readonly<Record<string, string>> = {
  name: "--name",
  rung: "--rung",
  areas: "--area",
  telegram: "--telegram",
};

const wrong = (message: string): AppError => new AppError("BAD_REQUEST", message);

export async function addOfficer(runtime: Runtime, id: string, given: GivenOfficer): Promise<void> {
  if (isReservedId(id)) throw wrong(`${id}: this name stands for whoever is no officer`);
  const other = (await runtime.store.officers()).find((one) => one.id === id);
  const kept = other?.active ? other : undefined;
  const officer = readOfficer(id, completeGiven(id, given, kept), kept);
  const district = requireDistrict(runtime, officer.district);
  if (other && other.district !== district.id) throw wrong(`${id} is an officer of ${other.district}`);
  checkRights(officer, given, kept);
  const known = new Set([district.code, ...district.areas.map(({ code }) => code)]);
  const strange = officer.areas.filter((code) => !known.has(code));
  if (strange.length > 0) throw wrong(`not places of ${district.id}: ${strange.join(", ")}`);
  const token = given.token ? `sapa_${randomBytes(24).toString("base64url")}` : undefined;
  // The old token of an officer who comes back never works again.
  const before = other?.active === false ? null : undefined;
  const gapsBefore = kept ? await listGaps(runtime, district.id) : [];
  const moved = await saveOfficer(runtime, kept, officer, {
    token: token ? runtime.vault.index("officer-token", token) : before,
    by: osOperator(),
  });
  const lost = other && !kept ? findLost(other, officer) : [];
  const gaps = kept ? (await listGaps(runtime, district.id)).filter((gap) => !gapsBefore.includes(gap)) : [];
  const { invitation: _, ...shown } = officer;
  const outcome = {
    ...(moved > 0 ? { handedOn: moved } : {}),
    ...(gaps.length > 0 ? { gaps } : {}),
    ...(lost.length > 0 ? { lost } : {}),
  };
  if (given.json) print(JSON.stringify({ ...shown, ...defined({ token }), ...outcome }));
  else {
    print(rowOf(officer, await findChats(runtime, officer)));
    if (moved > 0) print(describeHandedOn(moved));
    if (lost.length > 0) print(`${id} was off and begins anew, without ${lost.join(", ")}: name what they are to have`);
    for (const line of new Set([...(await describeUnreachedChats(runtime, officer)), ...gaps])) print(line);
    if (token) print(`token (shown once): ${token}`);
  }
}

const findLost = (before: Officer, { sensitive, urgent, survivor, ...now }: Officer): string[] => [
  ...(before.telegram && !now.telegram ? ["--telegram"] : []),
  ...(before.chats?.length && !now.chats?.length ? ["--chat"] : []),
  ...(before.areas.length > 0 && now.areas.length === 0 ? ["--area"] : []),
  ...Object.entries({ sensitive, urgent, survivor }).flatMap(([mark, isSet]) =>
    before[mark as "sensitive" | "urgent" | "survivor"] && !isSet ? [`--${mark}`] : [],
  ),
];

function completeGiven(id: string, given: GivenOfficer, kept: Officer | undefined) {
  const { district = kept?.district, name = kept?.name, rung = kept?.rung } = given;
  const missing = Object.entries({ district, name, rung }).flatMap(([option, value]) => (value ? [] : `--${option}`));
  if (!district || !name || !rung)
    throw wrong(`${id} is new or off: ${missing.join(", ")} missing; only of an officer at work may they be left out`);
  return { ...given, district, name, rung };
}

function readOfficer(
  id: string,
  given: GivenOfficer & { district: string; name: string; rung: string },
  kept: Officer | undefined,
): Officer {
  const { district, name, rung, telegram, chat: others } = given;
  if (given.area && given.allAreas) throw wrong("--area or --all-areas, not both");
  const isPlacedAnew = given.area !== undefined || given.allAreas === true;
  const allAreas = isPlacedAnew ? given.allAreas : kept?.allAreas;
  const areas = isPlacedAnew ? codesIn(given.area) : (kept?.areas ?? []);
  const chat = telegram === undefined ? kept?.telegram : telegram || undefined;
  const chats = others === undefined ? kept?.chats : (others || []).map(readChat);
  const { sensitive = kept?.sensitive ?? false } = given;
  const { urgent = kept?.urgent, survivor = kept?.survivor } = given;
  const record = {
    ...{ id, name, district, rung, areas, sensitive, active: true },
    ...defined({ allAreas, invitation: kept?.invitation }),
    ...(chat ? { telegram: chat } : {}),
    ...(chats && chats.length > 0 ? { chats } : {}),
    ...(urgent ? { urgent } : {}),
    ...(survivor ? { survivor } : {}),
  };
  const parsed = Officer.safeParse(record, { error: plainProblem });
  if (parsed.success) return parsed.data;
  throw wrong(
    parsed.error.issues
      .map(({ path, message }) => `${OPTION_OF[String(path[0])] ?? path.join(".")}: ${message}`)
      .join("\n"),
  );
}

function checkRights(officer: Officer, given: GivenOfficer, kept: Officer | undefined): void {
  const { id, rung, areas, allAreas, sensitive, urgent, survivor } = officer;
  for (const [mark, isSet] of Object.entries({ sensitive, urgent, survivor })) {
    if (!isSet || rung === "dinsos") continue;
    const has = given[mark as "sensitive" | "urgent" | "survivor"] ? "" : `; ${id} has it: --no-${mark} takes it away`;
    throw wrong(`--${mark} is for officers of the Dinsos${has}`);
  }
  if (isPlaced(rung) && areas.length === 0 && !allAreas)
    throw wrong(`${rung}: name their places with --area; --all-areas is the whole district`);
  if (kept && kept.rung !== rung && kept.areas.length > 0 && !given.area && !given.allAreas)
    throw wrong(
      `${id} is not ${kept.rung} any more: name their places as ${rung} with --area; --all-areas is the whole district`,
    );
}

function readChat(given: string): OfficerChat {
  const [channel, address] = given.split(/:(.*)/s);
  if (channel && address) return { channel, address };
  throw wrong(`--chat ${given}: write the channel, a colon and the address there`);
}

const codesIn = (given: readonly string[] = []): string[] =>
  given
    .flatMap((codes) => codes.split(","))
    .map((code) => code.replaceAll(".", "").trim())
    .filter((code) => code !== "");
