import type { Limits } from "../store/ports/limits.ts";
import type { Contact } from "../vocabulary/message.ts";

/** In ms. */
const END_LASTS = 10 * 366 * 86_400_000;

/** An ended browser session does not open its chat any more. */
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
    window: END_LASTS,
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
