import { createHmac, createSecretKey, type KeyObject } from "node:crypto";
import { areSame } from "../../constant-time.ts";

const PREFIX = "sha256=";
export const SIGNATURE_HEADER = "x-hub-signature-256";

/** True for a header in the form of a signature; more cannot be checked before the body is there. */
export const isSignature = (header: string | undefined): boolean => /^sha256=[0-9a-f]{64}$/i.test(header ?? "");

export const secretKey = (secret: string): KeyObject => createSecretKey(Buffer.from(secret));

/**
 * True when the header `X-Hub-Signature-256` is the signature of these bytes. The bytes must be exactly those that Meta
 * sent, since Meta escapes non-ASCII characters.
 */
export function isSigned(body: Buffer, header: string | undefined, key: KeyObject): boolean {
  if (!header?.startsWith(PREFIX)) return false;
  const given = Buffer.from(header.slice(PREFIX.length), "hex");
  const expected = createHmac("sha256", key).update(body).digest();
  return areSame(given, expected);
}
