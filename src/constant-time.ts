import { createHash, timingSafeEqual } from "node:crypto";

/** The time of the comparison does not reveal where the bytes differ. */
export const areSame = (given: Buffer, expected: Buffer): boolean =>
  given.length === expected.length && timingSafeEqual(given, expected);

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** The time of a check reveals neither the secret nor the secret's length. */
export function openSecretCheck(secret: string): (given: string) => boolean {
  const expected = digest(secret);
  return (given) => areSame(digest(given), expected);
}
