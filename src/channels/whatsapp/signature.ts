import { createHmac, createSecretKey, type KeyObject } from "node:crypto";
import { areSame } from "../../constant-time.ts";

const PREFIX = "sha256=";
export const SIGNATURE_HEADER = "x-hub-signature-256";

/** The server checks only the form here, because it has no body yet. */
export const isSignature = (header: string | undefined): boolean => /^sha256=[0-9a-f]{64}$/i.test(header ?? "");

export const secretKey = (secret: string): KeyObject => createSecretKey(Buffer.from(secret));

/** `body` must have exactly the bytes that Meta sent, because Meta escapes non-ASCII characters. */
export function isSigned(body: Buffer, header: string | undefined, key: KeyObject): boolean {
  if (!header?.startsWith(PREFIX)) return false;
  const given = Buffer.from(header.slice(PREFIX.length), "hex");
  const expected = createHmac("sha256", key).update(body).digest();
  return areSame(given, expected);
}
