import type { Desk } from "./desk.ts";

const AT_ONCE = 200;

export async function eraseMentioned({ store }: Pick<Desk, "store">): Promise<number> {
  for (let erased = 0; ; ) {
    const numbers = await store.ticketsToErase(AT_ONCE);
    for (const number of numbers) {
      const ticket = await store.head(number);
      if (!ticket?.closedAt) continue;
      // A later erasure needs another id, so the id contains the number of entries.
      const id = `mentioned-${ticket.entries}`;
      await store.changeTicket(number, { type: "erase", id, at: Date.now(), by: "system", text: "" });
      erased += 1;
    }
    if (numbers.length < AT_ONCE) return erased;
  }
}
