/**
 * Who is at work in which chat. One process at a time works a file (the kernel's lock says which, see clock.ts), so its
 * leases live and die with it and cost no page of the file.
 */
export type Lease = {
  readonly conversation: string;
  readonly fence: number;
  /** Ms of the monotonic clock; a holder that is later than this has lost it. */
  until: number;
  /** The row that is being worked on. */
  row: number;
  /** Whether anything may wait behind it. */
  more: boolean;
  /** Lets go; nothing happens when it is another's by now. */
  leave(): void;
};

export type Leases = {
  /** `undefined` when somebody holds it, or when another process works this file. */
  take(conversation: string): Lease | undefined;
  /** The lease, if it is still this fence's. */
  held(conversation: string, fence: number): Lease | undefined;
  isFree(conversation: string): boolean;
  renew(lease: Lease): void;
  /** Something came for a chat: its holder looks again. */
  stir(conversation: string): void;
};

/** Leases of `length` ms, for a process that may work as long as `works` says so. */
function openLeases(length: number, works: () => boolean): Leases {
  const byConversation = new Map<string, Lease>();
  let fences = 0;

  const current = (conversation: string): Lease | undefined => {
    const lease = byConversation.get(conversation);
    return lease && lease.until > performance.now() ? lease : undefined;
  };

  return {
    take(conversation) {
      if (current(conversation) || !works()) return undefined;
      fences += 1;
      const lease: Lease = {
        conversation,
        fence: fences,
        until: performance.now() + length,
        row: 0,
        more: true,
        leave() {
          if (byConversation.get(conversation) === lease) byConversation.delete(conversation);
        },
      };
      byConversation.set(conversation, lease);
      return lease;
    },
    held(conversation, fence) {
      const lease = byConversation.get(conversation);
      return lease?.fence === fence ? lease : undefined;
    },
    isFree: (conversation) => !current(conversation) && works(),
    renew(lease) {
      lease.until = performance.now() + length;
    },
    stir(conversation) {
      const lease = byConversation.get(conversation);
      if (lease) lease.more = true;
    },
  };
}

export type AllLeases = { turns: Leases; sends: Leases };

/** Ms; longer than any turn, and longer than the deadline of any send. */
const TURN = 15_000;
const SEND = 20_000;

export const openAllLeases = (works: () => boolean): AllLeases => ({
  turns: openLeases(TURN, works),
  sends: openLeases(SEND, works),
});
