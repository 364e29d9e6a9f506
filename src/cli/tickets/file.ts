import { writeFileSync } from "node:fs";
import { Command } from "commander";
import { requireReadableHead } from "../../casework/desk/caller.ts";
import { readTicketFile } from "../../casework/desk/ticket-file.ts";
import { osOperator } from "../operator.ts";
import { printLine as print } from "../print.ts";
import { NUMBER, readTicketNumber } from "./ticket-arguments.ts";
import { withTicket } from "./with-ticket.ts";

export const fileCommand = (): Command =>
  new Command("file")
    .description("write a photo, voice or paper of a ticket into a file; who did it stands in the audit chain")
    .argument("<number>", NUMBER, readTicketNumber)
    .argument("<id>")
    .option("--out <file>", "where; its own name in this folder otherwise")
    .option("--by <officer>", "who looks", osOperator())
    .action((number: string, id: string, { out, by }: { out?: string; by: string }) =>
      withTicket(number, by, async (runtime, caller) => {
        const ticket = await requireReadableHead(runtime, number, caller, "read");
        const { bytes, name } = await readTicketFile(runtime, ticket, id, caller.by);
        writeFileSync(out ?? name, bytes, { mode: 0o600, flag: "wx" });
        print(out ?? name);
      }),
    );
