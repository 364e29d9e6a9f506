import { Command } from "commander";
import { inviteOfficer } from "../casework/desk/invite.ts";
import { findChats } from "../casework/desk/officer-chats.ts";
import { retireOfficer } from "../casework/desk/officer-leaves.ts";
import { findGaps } from "../casework/desk/staff-gaps.ts";
import type { Officer } from "../casework/officer.ts";
import { DEFAULT_ZONE, dateIn } from "../time.ts";
import { AppError } from "../vocabulary/errors.ts";
import { RUNGS } from "../vocabulary/lists.ts";
import { requireDistrict, withRuntime } from "./open.ts";
import { osOperator } from "./operator.ts";
import { printLine as print } from "./print.ts";
import { addOfficer, type GivenOfficer } from "./staff/add.ts";
import { describeHandedOn, listGaps } from "./staff/gaps.ts";
import { rowOf } from "./staff/row.ts";

export function command(): Command {
  const program = new Command().description("officers: who works tickets");
  program
    .command("add")
    .description("add an officer, or change one: what is not named stays, and tickets they may not have any more go on")
    .argument("<id>", "lower-case letters, digits, dots and dashes")
    .option("--district <district>", "who is new needs it, a name and a rung")
    .option("--name <name>", "as citizens see it")
    .option("--rung <rung>", RUNGS.join(", "))
    .option("--area <code...>", "Kemendagri codes they serve, apart by spaces or commas, in place of those they have")
    .option("--all-areas", "the whole district; without --area the Dinsos and Disdukcapil serve it anyway")
    .option(
      "--telegram <chat>",
      "their chat with the district's bot, where tickets are announced; else the one they have",
    )
    .option("--no-telegram", "no chat any more")
    .option("--chat <channel:address...>", "the same on other channels, such as whatsapp:6281...; else those they have")
    .option("--no-chat", "none on other channels any more")
    .option("--sensitive", "may see what names an official; Dinsos only")
    .option("--no-sensitive", "may not any more")
    .option("--urgent", "is called at any hour when somebody is in danger; Dinsos only")
    .option("--no-urgent", "is not any more")
    .option("--survivor", "reads what follows violence or sexual coercion, which nobody else sees; Dinsos only")
    .option("--no-survivor", "does not any more")
    .option("--token", "print a new token for the API; the old one ends")
    .option("--json")
    .action((id: string, given: GivenOfficer) =>
      withRuntime((runtime) => addOfficer(runtime, id, given), { makesStore: true }),
    );
  program
    .command("list")
    .option("--district <district>")
    .option("--json", "one JSON object a line")
    .action((options: { district?: string; json?: true }) =>
      withRuntime(async (runtime) => {
        if (options.district) requireDistrict(runtime, options.district);
        for (const officer of await runtime.store.officers(options.district)) {
          const { invitation: _, ...shown } = officer;
          const chats = await findChats(runtime, officer);
          const unreached = chats.flatMap(({ channel, state }) => (state === "reachable" ? [] : [{ channel, state }]));
          print(options.json ? JSON.stringify({ ...shown, unreached }) : rowOf(officer, chats));
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
    .description("an officer gets no more tickets and their token ends; open tickets are routed again")
    .argument("<id>")
    .action((id: string) =>
      withRuntime(async (runtime) => {
        const officer = (await runtime.store.officers()).find((one) => one.id === id);
        if (!officer) throw new AppError("BAD_REQUEST", `there is no officer ${id}`);
        const before = await listGaps(runtime, officer.district);
        const moved = await retireOfficer(runtime, officer, osOperator());
        print(rowOf({ ...officer, active: false }, await findChats(runtime, officer)));
        print(describeHandedOn(moved));
        const after = await listGaps(runtime, officer.district);
        for (const gap of after.filter((one) => !before.includes(one))) print(gap);
      }),
    );
  return program;
}

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
