import type { Text } from "../../vocabulary/message.ts";
import { plainText } from "../understanding/normalise.ts";
import type { Facts } from "./facts.ts";

/** Whether the words accuse the Dinas Sosial itself, whose officers read every report. */
export const accusesOurs = (words: string, { words: { secrecy } }: Facts): boolean =>
  secrecy.ofOurs.isIn(plainText(words));

export const discreetText = (words: string, facts: Facts): Text => ({
  key: accusesOurs(words, facts) ? "confidential.ofOurs" : "complaint.discreet",
});

export const isDiscreetText = (text: Text): boolean =>
  "key" in text && (text.key === "complaint.discreet" || text.key === "confidential.ofOurs");
