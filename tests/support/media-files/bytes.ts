export const u16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255]);
export const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
export const u64 = (value: bigint): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(value);
  return bytes;
};
export const u32le = (value: number): Buffer => u32(value).reverse();
export const latin1 = (text: string): Buffer => Buffer.from(text, "latin1");
export const joined = (...parts: (Buffer | string)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? latin1(part) : part)));

/** No byte is a marker of a format. */
export function media(seed: number, length: number): Buffer {
  let state = seed * 2_654_435_761 + 1;
  return Buffer.from(
    Array.from({ length }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return (state >>> 24) & 0x7f;
    }),
  );
}

/** Cleaning must keep the pieces in `kept`. */
export type Made = { bytes: Buffer; type: string; kept: Buffer[] };
