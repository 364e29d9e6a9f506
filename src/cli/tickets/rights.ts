import { Command } from "commander";
import { forgetChat } from "../../casework/desk/forget-chat.ts";
import { withdrawConsent } from "../../casework/desk/withdraw-consent.ts";
import { printChanged } from "./print-ticket.ts";
import { NUMBER, readTicketNumber } from "./ticket-arguments.ts";
import { withTicket } from "./with-ticket.ts";

export const forgetCommand = (): Command =>
  rightCommand("forget", "fulfil HAPUS: erase what is stored of this chat, and confirm it to the citizen", forgetChat);
export const withdrawCommand = (): Command =>
  rightCommand("withdraw", "fulfil BATAL SETUJU: no more mass notices, and confirm it to the citizen", withdrawConsent);

const rightCommand = (name: string, about: string, fulfil: typeof forgetChat): Command =>
  new Command(name)
    .description(about)
    .argument("<number>", NUMBER, readTicketNumber)
    .requiredOption("--by <officer>", "an officer of the Dinsos")
    .option("--json")
    .action((number: string, { by, json }: { by: string; json?: true }) =>
      withTicket(number, by, async (runtime, caller) => {
        await printChanged(runtime, caller, await fulfil(runtime, number, caller), json);
      }),
    );
