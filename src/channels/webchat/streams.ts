import { AppError } from "../../errors.ts";
import type { Contact } from "../../message.ts";
import type { Service } from "../channel.ts";
import { type EventStream, openEventStream } from "./event-stream.ts";

/** Browsers keep six connections to a host: the sixth tab asks from time to time instead. */
const PER_SESSION = 5;
const PER_ADDRESS = 200;
const AGAIN = 30_000;

type Open = EventStream & { session: string; address: string };

/** The event streams that this process serves. */
export type Streams = {
  /** Throws TOO_MANY when this browser or address has enough of them. `address` as the limits count it. */
  open(contact: Contact, address: string, cursor: string | undefined): EventStream;
  /** A session's own message need not wait for the queue's ring. */
  stir(session: string): void;
  endSession(session: string): void;
  close(): void;
};

export function openStreams(service: Service): Streams {
  const streams = new Set<Open>();
  const count = (matches: (one: Open) => boolean): number => [...streams].filter(matches).length;
  return {
    open(contact, address, cursor) {
      const session = contact.address;
      if (
        count((one) => one.session === session) >= PER_SESSION ||
        count((one) => one.address === address) >= PER_ADDRESS
      ) {
        throw new AppError("TOO_MANY", "too many open streams", { details: { retryAfter: AGAIN } });
      }
      const stream = openEventStream({
        history: () => service.history(contact),
        cursor,
        ended() {
          unwatch();
          streams.delete(open);
        },
      });
      const open = Object.assign(stream, { session, address });
      const unwatch = service.watch(contact, () => open.stir());
      streams.add(open);
      return open;
    },
    stir(session) {
      for (const stream of streams) if (stream.session === session) stream.stir();
    },
    endSession(session) {
      for (const stream of streams) if (stream.session === session) stream.end();
    },
    close() {
      for (const stream of streams) stream.end();
    },
  };
}
