import type { TicketEvent } from "../../src/casework/ticket.ts";
import { openMongo } from "../../src/store/mongo/index.ts";
import { storeOptions } from "../support/keys.ts";

/** Adds entries to tickets until a kill, and prints each acknowledged entry. */
const [url = "", run = "", ...numbers] = process.argv.slice(2);
const store = await openMongo(url, storeOptions());
console.log("ready");

let last = Number(run) * 1_000_000;

async function write(number: string): Promise<void> {
  for (;;) {
    last += 1;
    const at = last;
    const added: TicketEvent = { type: "add", id: `a${at}`, at, by: "citizen", text: "rahasia" };
    await store.changeTicket(number, added);
    console.log(`acknowledged ${number} ${added.id}`);
    if (at % 2 === 0) continue;
    await store.changeTicket(number, { type: "take-back", id: `w${at}`, at, by: "citizen", text: "", of: at });
    console.log(`acknowledged ${number} w${at}`);
  }
}

await Promise.all(numbers.map(write));
