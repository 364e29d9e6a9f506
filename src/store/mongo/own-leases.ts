import { randomBytes } from "node:crypto";

type Lease = "turn" | "send";
type Held = { fence: number; by?: string };

/**
 * The leases of this process. A write whose answer was lost may have taken one that nobody knows of: a document that
 * names us as its holder where we hold nothing is free for us at once, and need not be watched.
 */
export type OwnLeases = {
  /** How documents name this process. */
  readonly by: string;
  /** Runs `work`, which asks for a chat's lease or passes it on; meanwhile nothing of that chat counts as lost. */
  asking<T>(lease: Lease, conversation: string, work: () => Promise<T>): Promise<T>;
  /** What is held from here on. */
  holds(lease: Lease, conversation: string, fence: number): void;
  /** What is held no more, unless something newer is. */
  leaves(lease: Lease, conversation: string, fence: number): void;
  /** Whether a lease that whoever asks found taken is one of ours that was lost. */
  isLost(lease: Lease, conversation: string, found: Held): boolean;
};

export function openOwnLeases(): OwnLeases {
  const by = randomBytes(9).toString("base64url");
  const asks = { turn: new Map<string, number>(), send: new Map<string, number>() };
  const fences = { turn: new Map<string, number>(), send: new Map<string, number>() };
  return {
    by,
    async asking(lease, conversation, work) {
      const all = asks[lease];
      all.set(conversation, (all.get(conversation) ?? 0) + 1);
      try {
        return await work();
      } finally {
        const left = (all.get(conversation) ?? 1) - 1;
        if (left > 0) all.set(conversation, left);
        else all.delete(conversation);
      }
    },
    holds(lease, conversation, fence) {
      fences[lease].set(conversation, fence);
    },
    leaves(lease, conversation, fence) {
      if (fences[lease].get(conversation) === fence) fences[lease].delete(conversation);
    },
    isLost: (lease, conversation, found) =>
      found.by === by && asks[lease].get(conversation) === 1 && fences[lease].get(conversation) !== found.fence,
  };
}
