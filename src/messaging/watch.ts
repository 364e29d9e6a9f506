import type { Contact } from "../message.ts";
import type { Messaging } from "./messaging.ts";

type Watcher = { contact: Contact; changed: () => void; conversation?: string };

/** Lets pages hear that their chat's history grew; one that has no conversation yet is looked up until it has. */
export function openWatch({ queue, store }: Pick<Messaging, "queue" | "store">) {
  const byConversation = new Map<string, Set<Watcher>>();
  const unnamed = new Set<Watcher>();

  async function named(watcher: Watcher): Promise<void> {
    const conversation = await store.conversationOf(watcher.contact).catch(() => undefined);
    if (!conversation || !unnamed.delete(watcher)) return;
    watcher.conversation = conversation;
    const others = byConversation.get(conversation);
    if (others) others.add(watcher);
    else byConversation.set(conversation, new Set([watcher]));
  }

  queue.onAnnounce(async (conversation) => {
    await Promise.all([...unnamed].map(named));
    for (const { changed } of byConversation.get(conversation) ?? []) changed();
  });

  return (contact: Contact, changed: () => void): (() => void) => {
    const watcher: Watcher = { contact, changed };
    unnamed.add(watcher);
    void named(watcher);
    return () => {
      unnamed.delete(watcher);
      const { conversation } = watcher;
      const others = conversation === undefined ? undefined : byConversation.get(conversation);
      others?.delete(watcher);
      if (conversation !== undefined && others?.size === 0) byConversation.delete(conversation);
    };
  };
}
