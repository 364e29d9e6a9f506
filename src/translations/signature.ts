import { createHash } from "node:crypto";

type Read = { indonesian: string; text: string };

const LENGTH = 16;

/** If the translation or its Indonesian text changes, the translation is unchecked. */
export const printOfText = ({ indonesian, text }: Read): string =>
  `t${createHash("sha256")
    .update(JSON.stringify([indonesian, text]))
    .digest("hex")
    .slice(0, LENGTH)}`;

export const isChecked = (print: string, read: Read): boolean => print === printOfText(read);
