import { crc32 } from "node:zlib";
import type { ChannelEvent } from "../channels/channel.ts";

const HEADER = 8;
/** Most events that go to the store in one batch. */
const AT_ONCE = 100;

/** Returns a record as a file holds it: its length, its checksum, its sealed bytes. */
export const framed = (sealed: Buffer): Buffer => {
  const header = Buffer.alloc(HEADER);
  header.writeUInt32BE(sealed.length, 0);
  header.writeUInt32BE(crc32(sealed), 4);
  return Buffer.concat([header, sealed]);
};

/** Yields only whole records: a torn record at the end was never acknowledged. */
export function* records(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at + HEADER <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const sealed = bytes.subarray(at + HEADER, at + HEADER + length);
    if (sealed.length < length || crc32(sealed) !== bytes.readUInt32BE(at + 4)) return;
    yield sealed;
    at += HEADER + length;
  }
}

/**
 * Joins records into batches, in order; a record with any other event than a message or a receipt is a batch of its
 * own.
 */
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
