import { closeSync, openSync, rmSync, writeFileSync } from "node:fs";
import { Command } from "commander";
import { exportChat, printChat } from "../../casework/desk/copy-chat.ts";
import type { Runtime } from "../../runtime.ts";
import { printRow } from "./print-ticket.ts";
import { NUMBER, readTicketNumber } from "./ticket-arguments.ts";
import { withTicket } from "./with-ticket.ts";

export const exportCommand = (): Command =>
  new Command("export")
    .description("fulfil DATA SAYA: a copy of this chat's data into the chat, or into a file to be handed over")
    .argument("<number>", NUMBER, readTicketNumber)
    .requiredOption("--by <officer>", "an officer of the Dinsos")
    .option("--out <file>", "write it here instead of sending it")
    .action((number: string, { by, out }: { by: string; out?: string }) =>
      withTicket(number, by, async (runtime, caller) => {
        const ticket = await (out ? exportTo(runtime, number, caller, out) : exportChat(runtime, number, caller));
        printRow(runtime, caller, ticket);
      }),
    );

/** Creates the file before the copy, because each request gives only one copy. */
async function exportTo(runtime: Runtime, number: string, caller: Parameters<typeof printChat>[2], out: string) {
  const file = openSync(out, "wx", 0o600);
  try {
    const { ticket, text } = await printChat(runtime, number, caller);
    writeFileSync(file, `${text}\n`);
    return ticket;
  } catch (thrown) {
    rmSync(out);
    throw thrown;
  } finally {
    closeSync(file);
  }
}
