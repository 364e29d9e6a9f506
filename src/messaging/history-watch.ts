import type { Queue } from "../queue/jobs.ts";
import type { Contact } from "../vocabulary/message.ts";

export function openWatch({
  queue,
  chatName,
}: {
  queue: Pick<Queue, "onAnnounce">;
  chatName(contact: Contact): string;
}) {
  const byChat = new Map<string, Set<() => void>>();

  queue.onAnnounce((name) => {
    for (const changed of byChat.get(name) ?? []) changed();
  });

  return (contact: Contact, changed: () => void): (() => void) => {
    const name = chatName(contact);
    const watcher = () => changed(); // the same `changed` may watch twice, so each watcher needs its own function
    const others = byChat.get(name);
    if (others) others.add(watcher);
    else byChat.set(name, new Set([watcher]));
    return () => {
      const left = byChat.get(name);
      left?.delete(watcher);
      if (left?.size === 0) byChat.delete(name);
    };
  };
}
