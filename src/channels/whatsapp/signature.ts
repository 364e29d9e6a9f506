import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from "node:crypto";

const PREFIX = "sha256=";
export const SIGNATURE_HEADER = "x-hub-signature-256";

/** True for what has a signature's form: all that can be told before the body is there. */
export const isSignature = (header: string | undefined): boolean => /^sha256=[0-9a-f]{64}$/i.test(header ?? "");

export const secretKey = (secret: string): KeyObject => createSecretKey(Buffer.from(secret));

/** True when `X-Hub-Signature-256` is that of these bytes: what was sent, never what we read (Meta escapes non-ASCII). */
export function isSigned(body: Buffer, header: string | undefined, key: KeyObject): boolean {
  if (!header?.startsWith(PREFIX)) return false;
  const given = Buffer.from(header.slice(PREFIX.length), "hex");
  const expected = createHmac("sha256", key).update(body).digest();
  return given.length === expected.length && timingSafeEqual(given, expected);
}
