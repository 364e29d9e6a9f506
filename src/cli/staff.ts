import { randomBytes } from "node:crypto";
import { Command } from "commander";
import { inviteOfficer } from "../casework/desk/invite.ts";
import { retireOfficer } from "../casework/desk/officer-leaves.ts";
import { findGaps } from "../casework/desk/staff-gaps.ts";
import { isPlaced, isReservedId, Officer, type OfficerChat, servesNowhere } from "../casework/officer.ts";
import { defined } from "../defined.ts";
import { many } from "../many.ts";
import { plainProblem } from "../plain-problems.ts";
import { DEFAULT_ZONE, dateIn } from "../time.ts";
import { AppError } from "../vocabulary/errors.ts";
import { RUNGS } from "../vocabulary/lists.ts";
import { requireDistrict, withRuntime } from "./open.ts";
import { osOperator } from "./operator.ts";
import { printLine as print } from "./print.ts";

type Given = {
  district: string;
  name: string;
  rung: string;
  area: string[];
  allAreas?: true;
  telegram?: string | false;
  chat?: string[] | false;
  sensitive?: true;
  urgent?: true;
  survivor?: true;
  token?: true;
  json?: true;
};

/** `sapa staff add|list|check|invite|off`: who works tickets. */
export function command(): Command {
  const program = new Command().description("officers: who works tickets");
  program
    .command("add")
    .description("add an officer, or change one")
    .argument("<id>", "lower-case letters, digits, dots and dashes")
    .requiredOption("--district <district>")
    .requiredOption("--name <name>", "as citizens see it")
    .requiredOption("--rung <rung>", RUNGS.join(", "))
    .option("--area <code...>", "Kemendagri codes they serve", [])
    .option("--all-areas", "the whole district; without --area the Dinsos and Disdukcapil serve it anyway")
    .option(
      "--telegram <chat>",
      "their chat with the district's bot, where tickets are announced; else the one they have",
    )
    .option("--no-telegram", "no chat any more")
    .option("--chat <channel:address...>", "the same on other channels, such as whatsapp:6281...; else those they have")
    .option("--no-chat", "none on other channels any more")
    .option("--sensitive", "may see what names an official; Dinsos only")
    .option("--urgent", "is called at any hour when somebody is in danger; Dinsos only")
    .option("--survivor", "reads what follows violence or sexual coercion, which nobody else sees; Dinsos only")
    .option("--token", "print a new token for the API; the old one ends")
    .option("--json")
    .action((id: string, given: Given) => withRuntime((runtime) => add(runtime, id, given), { makesStore: true }));
  program
    .command("list")
    .option("--district <district>")
    .option("--json", "one JSON object a line")
    .action((options: { district?: string; json?: true }) =>
      withRuntime(async (runtime) => {
        if (options.district) requireDistrict(runtime, options.district);
        for (const officer of await runtime.store.officers(options.district)) {
          const { invitation: _, ...shown } = officer;
          print(options.json ? JSON.stringify(shown) : rowOf(officer));
        }
      }),
    );
  program
    .command("check")
    .description("what is wrong with the officers; exit code 1 where something is")
    .option("--district <district>")
    .action(({ district }: { district?: string }) =>
      withRuntime(async (runtime) => {
        if (district) requireDistrict(runtime, district);
        const gaps = await findGaps(runtime, district);
        for (const { gap } of gaps) print(gap);
        if (gaps.length > 0) process.exitCode = 1;
        else print("nothing is wrong with the officers");
      }),
    );
  program
    .command("invite")
    .description("a link that fills in an officer's Telegram chat; whoever opens it first is that officer there")
    .argument("<officer>", "their id or their whole name")
    .option("--district <district>", "where two officers have the same name")
    .option("--json")
    .action((named: string, { district, json }: { district?: string; json?: true }) =>
      withRuntime(async (runtime) => {
        const officer = requireOfficer(await runtime.store.officers(district), named);
        const { link, until } = await inviteOfficer(runtime, officer, osOperator());
        const day = dateIn(until, DEFAULT_ZONE);
        if (json) print(JSON.stringify({ officer: officer.id, link, until: new Date(until).toISOString() }));
        else {
          print(link);
          print(`for ${officer.name} (${officer.id}) alone; it works once, until ${day}`);
        }
      }),
    );
  program
    .command("off")
    .description("an officer gets no more tickets and their token ends; open tickets go to others")
    .argument("<id>")
    .action((id: string) =>
      withRuntime(async (runtime) => {
        const officer = (await runtime.store.officers()).find((one) => one.id === id);
        if (!officer) throw new AppError("BAD_REQUEST", `there is no officer ${id}`);
        const moved = await retireOfficer(runtime, officer, osOperator());
        print(rowOf({ ...officer, active: false }));
        print(`${many(moved, "open ticket goes", "open tickets go")} to others`);
      }),
    );
  return program;
}

/** Throws BAD_REQUEST where nobody is called so, or several are. */
function requireOfficer(officers: readonly Officer[], named: string): Officer {
  const byId = officers.find(({ id }) => id === named);
  if (byId) return byId;
  const byName = officers.filter(({ name, active }) => active && name.toLowerCase() === named.trim().toLowerCase());
  const [only] = byName;
  if (!only) throw new AppError("BAD_REQUEST", `there is no officer ${named}`);
  if (byName.length > 1)
    throw new AppError("BAD_REQUEST", `several officers are called so: ${byName.map(({ id }) => id).join(", ")}`);
  return only;
}

/** What an officer's fields are called here. */
const OPTION_OF: Readonly<Record<string, string>> = {
  name: "--name",
  rung: "--rung",
  areas: "--area",
  telegram: "--telegram",
};

async function add(runtime: Parameters<Parameters<typeof withRuntime>[0]>[0], id: string, given: Given): Promise<void> {
  const { name, rung, area, allAreas, telegram, chat: others, sensitive = false, urgent, survivor, json } = given;
  const district = requireDistrict(runtime, given.district).id;
  if (isReservedId(id)) throw new AppError("BAD_REQUEST", `${id}: this name stands for whoever is no officer`);
  const other = (await runtime.store.officers()).find((one) => one.id === id);
  const kept = other?.district === district && other.active ? other : undefined;
  const chat = telegram === undefined ? kept?.telegram : telegram || undefined;
  const chats = others === undefined ? kept?.chats : (others || []).map(readChat);
  const places = area.map((code) => code.replaceAll(".", ""));
  const parsed = Officer.safeParse(
    {
      id,
      name,
      district,
      rung,
      areas: places,
      sensitive,
      active: true,
      ...defined({ allAreas }),
      ...(chat ? { telegram: chat } : {}),
      ...(chats && chats.length > 0 ? { chats } : {}),
      ...(kept?.invitation ? { invitation: kept.invitation } : {}),
      ...defined({ urgent, survivor }),
    },
    { error: plainProblem },
  );
  if (!parsed.success) {
    throw new AppError(
      "BAD_REQUEST",
      parsed.error.issues
        .map(({ path, message }) => `${OPTION_OF[String(path[0])] ?? path.join(".")}: ${message}`)
        .join("\n"),
    );
  }
  if (allAreas && area.length > 0) throw new AppError("BAD_REQUEST", "--area or --all-areas, not both");
  if (isPlaced(parsed.data.rung) && area.length === 0 && !allAreas)
    throw new AppError("BAD_REQUEST", `${rung}: name their places with --area; --all-areas is the whole district`);
  for (const [mark, isSet] of Object.entries({ sensitive, urgent, survivor }))
    if (isSet && rung !== "dinsos") throw new AppError("BAD_REQUEST", `--${mark} is for officers of the Dinsos`);
  const known = new Set(runtime.districts.get(district)?.areas.map(({ code }) => code));
  const strange = places.filter((code) => !known.has(code) && runtime.districts.get(district)?.code !== code);
  if (strange.length > 0) throw new AppError("BAD_REQUEST", `not places of ${district}: ${strange.join(", ")}`);
  if (other && other.district !== district)
    throw new AppError("BAD_REQUEST", `${id} is an officer of ${other.district}`);
  const token = given.token ? `sapa_${randomBytes(24).toString("base64url")}` : undefined;
  // Who comes back gets a new token or none; the one from before does not live again.
  const before = other?.active === false ? null : undefined;
  await runtime.store.saveOfficer(parsed.data, token ? runtime.vault.index("officer-token", token) : before);
  const { invitation: _, ...shown } = parsed.data;
  if (json) print(JSON.stringify({ ...shown, ...(token ? { token } : {}) }));
  else {
    print(rowOf(parsed.data));
    if (token) print(`token (shown once): ${token}`);
  }
}

function readChat(given: string): OfficerChat {
  const [channel, address] = given.split(/:(.*)/s);
  if (channel && address) return { channel, address };
  throw new AppError("BAD_REQUEST", `--chat ${given}: write the channel, a colon and the address there`);
}

const placesOf = (officer: Officer): string =>
  servesNowhere(officer) ? "NO AREA, sees only what they hold" : officer.areas.join(",") || "whole district";

const rowOf = (officer: Officer): string => {
  const { id, name, district, rung, telegram, chats = [], sensitive, urgent, survivor, active } = officer;
  return [
    id.padEnd(16),
    name.padEnd(24),
    district.padEnd(12),
    rung.padEnd(11),
    placesOf(officer),
    `telegram ${telegram ? "yes" : "no"}`,
    ...chats.map(({ channel }) => `${channel} yes`),
    ...(sensitive ? ["sensitive"] : []),
    ...(urgent ? ["urgent"] : []),
    ...(survivor ? ["survivor"] : []),
    ...(active ? [] : ["off"]),
  ].join("  ");
};
