import type { Limits } from "../store/ports/limits.ts";
import type { Contact } from "../vocabulary/message.ts";

/** Longer than any browser or thief keeps a cookie; what is counted is forgotten after it. */
const FOR_GOOD = 10 * 366 * 86_400_000;

/** Browsers' sessions that were ended: what they led to stays, they lead to it no more. */
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
