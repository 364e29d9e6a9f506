import { AppError } from "../../vocabulary/errors.ts";
import type { Contact } from "../../vocabulary/message.ts";
import type { Service } from "../channel.ts";
import { type EventStream, openEventStream } from "./event-stream.ts";

/** Browsers keep six connections to a host: the sixth tab asks from time to time instead. */
const PER_SESSION = 5;
const PER_ADDRESS = 200;
const AGAIN = 30_000;

/** The event streams that this process serves. */
export type Streams = {
  /** Throws TOO_MANY when this browser or address has enough of them. `address` as the limits count it. */
  open(contact: Contact, address: string, cursor: string | undefined): EventStream;
  /** A session's own message need not wait for the queue's notification. */
  stir(session: string): void;
  /** Ends the streams of one session. */
  end(session: string): void;
  close(): void;
};

export function openStreams(service: Service): Streams {
  const bySession = new Map<string, Set<EventStream>>();
  const perAddress = new Map<string, number>();
  const ofSession = (session: string): EventStream[] => [...(bySession.get(session) ?? [])];

  function count(stream: EventStream, session: string, address: string): void {
    bySession.set(session, new Set([...ofSession(session), stream]));
    perAddress.set(address, (perAddress.get(address) ?? 0) + 1);
  }

  function discount(stream: EventStream, session: string, address: string): void {
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
        throw new AppError("TOO_MANY", "too many open streams", { details: { retryAfter: AGAIN } });
      }
      const stream = openEventStream({
        history: async () => {
          // ended meanwhile through another process: this page learns it from its own requests
          if (await service.hasEnded(contact)) throw new AppError("UNAUTHORIZED", "this session was ended");
          return service.history(contact);
        },
        cursor,
        ended() {
          unwatch();
          discount(stream, session, address);
        },
      });
      const unwatch = service.watch(contact, () => stream.stir());
      count(stream, session, address);
      return stream;
    },
    stir(session) {
      for (const stream of ofSession(session)) stream.stir();
    },
    end(session) {
      for (const stream of ofSession(session)) stream.end();
    },
    close() {
      for (const session of [...bySession.keys()]) for (const stream of ofSession(session)) stream.end();
    },
  };
}
