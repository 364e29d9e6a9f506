import { type Content, readableText } from "../../vocabulary/message.ts";
import type { Words } from "../../words/words.ts";

/** A host's name ends with one of these words. */
const ENDINGS = new Set(
  "com net org xyz info online site top click link id me ly co app shop vip live page".split(" "),
);
const OFFICIAL = /(^|\.)(go\.id|desa\.id)$/;
const ADDRESS = /[a-z0-9.-]+/g;
const LONG = 200;

/** The service opens no link. */
export function isChainLetter({ text, forwarded }: Content & { type: "text" }, { broadcasts }: Words): boolean {
  const read = readableText(text);
  const plain = read
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim(); // links stay, because their words may be bait too
  const pushes = broadcasts.push.isIn(plain);
  const hasLink = (read.toLowerCase().match(ADDRESS) ?? []).some(isForeignHost);
  if (hasLink && (broadcasts.bait.isIn(plain) || pushes || forwarded)) return true;
  return pushes && (forwarded === true || read.length > LONG);
}

function isForeignHost(run: string): boolean {
  const labels = run.split(".");
  const end = labels.findLastIndex((label, index) => index > 0 && labels[index - 1] !== "" && ENDINGS.has(label));
  return end > 0 && !OFFICIAL.test(labels.slice(0, end + 1).join("."));
}
