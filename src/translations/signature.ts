import { createHash } from "node:crypto";

type Read = { indonesian: string; text: string };

const LENGTH = 16;

/** If one of the texts changes, the translation counts as unchecked. */
export const printOfText = ({ indonesian, text }: Read): string =>
  `t${createHash("sha256")
    .update(JSON.stringify([indonesian, text]))
    .digest("hex")
    .slice(0, LENGTH)}`;

export const isChecked = (print: string, read: Read): boolean => print === printOfText(read);
