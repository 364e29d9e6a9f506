import { randomUUID } from "node:crypto";
import { Command } from "commander";
import { actOnTicket, staysOpen } from "../../casework/desk/act-on-ticket.ts";
import type { Caller } from "../../casework/desk/caller.ts";
import { dangerNotice } from "../../casework/desk/officer-words.ts";
import type { Runtime } from "../../runtime.ts";
import type { OfficerAct } from "../../vocabulary/acts.ts";
import { osOperator } from "../operator.ts";
import { printChanged, printNotice, warnIfNowConfidential } from "./print-ticket.ts";
import { EXPECT, NUMBER, readTicketNumber, readVersion } from "./ticket-arguments.ts";
import { withTicket } from "./with-ticket.ts";

const ABOUT: Record<OfficerAct, string> = {
  note: "for officers only",
  proceed: "go on without the citizen's answer, and say why, for officers only",
  answer: "answer the citizen in their chat",
  ask: "ask the citizen something; the clock stops until they write",
  repair: "say that the data are repaired, and settle the ticket",
  close: "settle the ticket",
};

type Given = { by: string; expect?: number; unfulfilled?: true; json?: true };

export const actCommand = (name: string, act: OfficerAct): Command =>
  new Command(name)
    .description(ABOUT[act])
    .argument("<number>", NUMBER, readTicketNumber)
    .argument(act === "repair" ? "[text...]" : "<text...>")
    .option("--by <officer>", "who acts", osOperator())
    .option(...EXPECT, readVersion)
    .option("--unfulfilled", "with close: a request about data was not done, and the citizen reads so")
    .option("--json")
    .action((number: string, words: string[], given: Given) =>
      withTicket(number, given.by, (runtime, caller) => carryOut(runtime, number, caller, act, words.join(" "), given)),
    );

async function carryOut(
  runtime: Runtime,
  number: string,
  caller: Caller,
  type: OfficerAct,
  text: string,
  { expect, unfulfilled, json }: Given,
): Promise<void> {
  const id = randomUUID();
  const before = await runtime.store.head(number);
  const after = await actOnTicket(runtime, number, { id, ...caller, type, text, unfulfilled, expect });
  await printChanged(runtime, caller, after, json);
  warnIfNowConfidential(before, after);
  const stays = staysOpen(after, type) ? { key: "casework.questionStays" } : undefined;
  const said = dangerNotice(after, caller, id) ?? stays;
  if (said) printNotice(runtime, number, said);
}
