import { AppError } from "../../vocabulary/errors.ts";
import type { Contact } from "../../vocabulary/message.ts";
import type { Service } from "../channel.ts";
import { type EventStream, openEventStream } from "./event-stream.ts";

/** Browsers keep at most six connections to a host. */
const PER_SESSION = 5;
const PER_ADDRESS = 200;
const RETRY_AFTER = 30_000;

export type Streams = {
  /** Throws TOO_MANY above the limits. `address` comes from `addressKey`. */
  open(contact: Contact, address: string, cursor: string | undefined): EventStream;
  notifySession(session: string): void;
  endSession(session: string): void;
  close(): void;
};

export function openStreams(service: Service): Streams {
  const bySession = new Map<string, Set<EventStream>>();
  const perAddress = new Map<string, number>();
  const ofSession = (session: string): EventStream[] => [...(bySession.get(session) ?? [])];

  function countStream(stream: EventStream, session: string, address: string): void {
    bySession.set(session, new Set([...ofSession(session), stream]));
    perAddress.set(address, (perAddress.get(address) ?? 0) + 1);
  }

  function uncountStream(stream: EventStream, session: string, address: string): void {
    const left = ofSession(session).filter((one) => one !== stream);
    if (left.length > 0) bySession.set(session, new Set(left));
    else bySession.delete(session);
    const others = (perAddress.get(address) ?? 1) - 1;
    if (others > 0) perAddress.set(address, others);
    else perAddress.delete(address);
  }

  return {
    open(contact, address, cursor) {
      const session = contact.address;
      if (ofSession(session).length >= PER_SESSION || (perAddress.get(address) ?? 0) >= PER_ADDRESS) {
        throw new AppError("TOO_MANY", "too many open streams", { details: { retryAfter: RETRY_AFTER } });
      }
      const stream = openEventStream({
        history: async () => {
          if (await service.hasEnded(contact)) throw new AppError("UNAUTHORIZED", "this session was ended");
          return service.history(contact);
        },
        cursor,
        onEnd() {
          unwatch();
          uncountStream(stream, session, address);
        },
      });
      const unwatch = service.watch(contact, () => stream.notify());
      countStream(stream, session, address);
      return stream;
    },
    notifySession(session) {
      for (const stream of ofSession(session)) stream.notify();
    },
    endSession(session) {
      for (const stream of ofSession(session)) stream.end();
    },
    close() {
      for (const session of [...bySession.keys()]) for (const stream of ofSession(session)) stream.end();
    },
  };
}
