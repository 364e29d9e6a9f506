/** Only one process holds a file at a time (see `clock.ts`), so that process keeps the leases in its memory. */
export type Lease = {
  readonly conversation: string;
  readonly fence: number;
  /** Ms of `performance.now()`. Afterwards another holder may take the lease. */
  until: number;
  row: number;
  /** True if more messages may wait after the message in `row`. */
  more: boolean;
  /** Releases the lease, unless another holder has taken it. */
  leave(): void;
};

export type Leases = {
  /** Returns `undefined` if the lease is not free, or if this process does not hold the file. */
  take(conversation: string): Lease | undefined;
  /** Returns the lease if no newer fencing token has replaced this one. */
  findHeld(conversation: string, fence: number): Lease | undefined;
  isFree(conversation: string): boolean;
  renew(lease: Lease): void;
  /** Tells the lease's holder to look for messages again. */
  noteMessage(conversation: string): void;
};

/** Makes leases of `length` ms. No lease is free while `works` returns false. */
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
    findHeld(conversation, fence) {
      const lease = byConversation.get(conversation);
      return lease?.fence === fence ? lease : undefined;
    },
    isFree: (conversation) => !current(conversation) && works(),
    renew(lease) {
      lease.until = performance.now() + length;
    },
    noteMessage(conversation) {
      const lease = byConversation.get(conversation);
      if (lease) lease.more = true;
    },
  };
}

export type AllLeases = { turns: Leases; sends: Leases };

/** How long the leases last, in ms. SEND is longer than the deadline of any send. A turn should end before TURN. */
const TURN = 15_000;
const SEND = 20_000;

export const openAllLeases = (works: () => boolean): AllLeases => ({
  turns: openLeases(TURN, works),
  sends: openLeases(SEND, works),
});
