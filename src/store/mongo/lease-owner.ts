import { randomBytes } from "node:crypto";

type LeaseKind = "turn" | "send";
type FoundLease = { fence: number; by?: string };

/** An orphan is a lease whose write succeeded, although this process got no answer. */
export type LeaseOwner = {
  readonly id: string;
  duringRequest<T>(kind: LeaseKind, conversation: string, request: () => Promise<T>): Promise<T>;
  noteHeld(kind: LeaseKind, conversation: string, fence: number): void;
  noteReleased(kind: LeaseKind, conversation: string, fence: number): void;
  isOrphan(kind: LeaseKind, conversation: string, found: FoundLease): boolean;
};

export function openLeaseOwner(): LeaseOwner {
  const id = randomBytes(9).toString("base64url");
  const requests = { turn: new Map<string, number>(), send: new Map<string, number>() };
  const fences = { turn: new Map<string, number>(), send: new Map<string, number>() };
  return {
    id,
    async duringRequest(kind, conversation, request) {
      const running = requests[kind];
      running.set(conversation, (running.get(conversation) ?? 0) + 1);
      try {
        return await request();
      } finally {
        const left = (running.get(conversation) ?? 1) - 1;
        if (left > 0) running.set(conversation, left);
        else running.delete(conversation);
      }
    },
    noteHeld(kind, conversation, fence) {
      fences[kind].set(conversation, fence);
    },
    noteReleased(kind, conversation, fence) {
      if (fences[kind].get(conversation) === fence) fences[kind].delete(conversation);
    },
    isOrphan: (kind, conversation, found) =>
      found.by === id && requests[kind].get(conversation) === 1 && fences[kind].get(conversation) !== found.fence,
  };
}
