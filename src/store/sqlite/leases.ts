/** Only one process holds a store's file (`workLock`), so that process keeps all leases in memory. */
export type Lease = {
  readonly conversation: string;
  readonly fence: number;
  /** When another holder may take the lease, in ms of `performance.now()`. */
  until: number;
  row: number;
  /** True if more messages may wait after the message in `row`. */
  more: boolean;
  leave(): void;
};

export type Leases = {
  take(conversation: string): Lease | undefined;
  /** Returns the lease with this fencing token, even after `until`. */
  findHeld(conversation: string, fence: number): Lease | undefined;
  isFree(conversation: string): boolean;
  renew(lease: Lease): void;
  noteMessage(conversation: string): void;
};

function openLeases(length: number, holdsFile: () => boolean): Leases {
  const byConversation = new Map<string, Lease>();
  let fences = 0;

  const current = (conversation: string): Lease | undefined => {
    const lease = byConversation.get(conversation);
    return lease && lease.until > performance.now() ? lease : undefined;
  };

  return {
    take(conversation) {
      if (current(conversation) || !holdsFile()) return undefined;
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
    isFree: (conversation) => !current(conversation) && holdsFile(),
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

/** In ms; longer than a turn or a send takes. */
const TURN = 15_000;
const SEND = 20_000;

export const openAllLeases = (holdsFile: () => boolean): AllLeases => ({
  turns: openLeases(TURN, holdsFile),
  sends: openLeases(SEND, holdsFile),
});
