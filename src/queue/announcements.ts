import type { Redis } from "ioredis";
import type { Queue } from "./jobs.ts";

export function openAnnouncements(
  { producer, subscriber }: { producer: Redis; subscriber: Redis },
  channel: string,
): Pick<Queue, "announce" | "onAnnounce"> {
  const listeners = new Set<(conversation: string) => void>();
  return {
    announce(conversation) {
      producer.publish(channel, conversation).catch(() => undefined); // pages also poll
    },
    onAnnounce(heard) {
      if (listeners.size === 0) {
        subscriber.on("message", (_, conversation: string) => {
          for (const one of listeners) one(conversation);
        });
        subscriber.subscribe(channel).catch(() => undefined);
      }
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
  };
}
