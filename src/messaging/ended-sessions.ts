import type { Limits } from "../store/ports/limits.ts";
import type { Contact } from "../vocabulary/message.ts";

/** Ms for which the store remembers an ended session. */
const FOR_GOOD = 10 * 366 * 86_400_000;

/** The chat stays, but an ended browser session no longer opens the chat. */
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
