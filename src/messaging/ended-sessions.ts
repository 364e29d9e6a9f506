import type { Limits } from "../store/ports/limits.ts";
import type { Contact } from "../vocabulary/message.ts";

/** The store counts an ended session for this time (ms): no browser and no thief keeps a cookie for longer. */
const FOR_GOOD = 10 * 366 * 86_400_000;

/** Remembers which browser sessions were ended. The chat stays, but an ended session no longer opens the chat. */
export function openEndedSessions({
  store,
  chatName,
}: {
  store: Pick<Limits, "count">;
  chatName(contact: Contact): string;
}) {
  const rule = (contact: Contact, add: number) => ({
    key: `ended:${chatName(contact)}`,
    limit: 1,
    window: FOR_GOOD,
    add,
  });
  return {
    async end(contact: Contact): Promise<void> {
      await store.count([rule(contact, 1)]);
    },
    async hasEnded(contact: Contact): Promise<boolean> {
      const { counts } = await store.count([rule(contact, 0)]);
      return (counts[0] ?? 0) > 0;
    },
  };
}
