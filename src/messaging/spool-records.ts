import { crc32 } from "node:zlib";
import type { ChannelEvent } from "../channels/channel.ts";

const HEADER = 8;
const AT_ONCE = 100;

export const framed = (sealed: Buffer): Buffer => {
  const header = Buffer.alloc(HEADER);
  header.writeUInt32BE(sealed.length, 0);
  header.writeUInt32BE(crc32(sealed), 4);
  return Buffer.concat([header, sealed]);
};

/** Yields the records before the first incomplete or damaged record. */
export function* records(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at + HEADER <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const sealed = bytes.subarray(at + HEADER, at + HEADER + length);
    if (sealed.length < length || crc32(sealed) !== bytes.readUInt32BE(at + 4)) return;
    yield sealed;
    at += HEADER + length;
  }
}

/** A record with other events than messages and receipts is a batch of its own. */
export function* batches(read: Iterable<ChannelEvent[]>): Generator<ChannelEvent[]> {
  let batch: ChannelEvent[] = [];
  for (const events of read) {
    const alone = events.some(({ type }) => type !== "message" && type !== "receipt");
    if (batch.length > 0 && (alone || batch.length + events.length > AT_ONCE)) {
      yield batch;
      batch = [];
    }
    if (alone) yield events;
    else batch.push(...events);
  }
  if (batch.length > 0) yield batch;
}
