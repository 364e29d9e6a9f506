import { randomUUID } from "node:crypto";
import { Command } from "commander";
import { Head } from "../../casework/amend.ts";
import { amendTicket } from "../../casework/desk/amend.ts";
import { checkCategory } from "../../casework/desk/check-head.ts";
import { dangerNotice } from "../../casework/desk/officer-words.ts";
import { AppError } from "../../vocabulary/errors.ts";
import { osOperator } from "../operator.ts";
import { printNotice, printRow, warnIfNowConfidential } from "./print-ticket.ts";
import { EXPECT, NUMBER, readTicketNumber, readVersion } from "./ticket-arguments.ts";
import { withTicket } from "./with-ticket.ts";

type Given = Omit<Record<string, string | undefined>, "expect"> & { expect?: number } & {
  reason: string;
  by: string;
  lane?: string;
  mentioned?: string;
};

const LANES: Record<string, boolean> = { confidential: true, open: false };

export const amendCommand = (): Command =>
  new Command("amend")
    .description("correct a ticket's head; what was, what is, who and why stay in it, and it is routed again")
    .argument("<number>", NUMBER, readTicketNumber)
    .requiredOption("--reason <reason>", "why")
    .option("--category <category>")
    .option("--area <code>", "Kemendagri code of a village or kecamatan")
    .option("--place <words>", "the place in words")
    .option("--programme <code>")
    .option("--nik <nik>", "of the person whom it is about")
    .option("--kk <kk>")
    .option("--name <name>")
    .option("--mentioned <entry>", "the numbers mentioned in that entry are the person's: an event's id, or text")
    .option("--lane <lane>", "confidential, or open again: that only by a marked officer of the Dinsos")
    .option("--by <officer>", "who acts", osOperator())
    .option(...EXPECT, readVersion)
    .action((number: string, given: Given) =>
      withTicket(number, given.by, async (runtime, caller) => {
        const { reason, mentioned, expect } = given;
        const amendment = { ...caller, id: randomUUID(), reason, mentioned, expect, now: headIn(given) };
        const before = await runtime.store.head(number);
        const after = await amendTicket(runtime, number, amendment);
        printRow(runtime, caller, after);
        warnIfNowConfidential(before, after);
        const said = dangerNotice(after, caller, amendment.id);
        if (said) printNotice(runtime, number, said);
      }),
    );

function headIn({ category, area, place, programme, nik, kk, name, lane }: Given): Head {
  const sensitive = lane === undefined ? undefined : LANES[lane];
  if (lane !== undefined && sensitive === undefined) throw new AppError("BAD_REQUEST", "--lane: confidential or open");
  if (category !== undefined) checkCategory(category);
  const parsed = Head.safeParse({ category, area, place, programme, nik, kk, name, sensitive });
  if (!parsed.success) throw new AppError("BAD_REQUEST", "this is no head of a ticket");
  return Object.fromEntries(Object.entries(parsed.data).filter(([, value]) => value !== undefined));
}
