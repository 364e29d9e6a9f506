import { createHash, timingSafeEqual } from "node:crypto";

export const areSame = (given: Buffer, expected: Buffer): boolean =>
  given.length === expected.length && timingSafeEqual(given, expected);

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Returns a check whose time reveals neither the secret nor the length of the secret. */
export function openSecretCheck(secret: string): (given: string) => boolean {
  const expected = digest(secret);
  return (given) => areSame(digest(given), expected);
}
