import { type Content, readPart } from "../../vocabulary/message.ts";

/** Endings of addresses that no agency uses beside the government's own. */
const ENDINGS = new Set(
  "com net org xyz info online site top click link id me ly co app shop vip live page".split(" "),
);
const OFFICIAL = /(^|\.)(go\.id|desa\.id|kemensos\.go\.id)$/;
/** A run of the letters that addresses are made of. */
const ADDRESS = /[a-z0-9.-]+/g;
const BAIT =
  /klik|daftar(kan)?\b|isi (data|formulir)|segera|terbatas|\bcair|gratis|hadiah|subsidi|bantuan|menang|klaim|claim|pulsa|kuota|register|free|aid/i;
const PUSH = /sebar(kan|luaskan)?\b|bagikan|teruskan|viralkan|share|forward|kirim(kan)? (ke|pada) \d+/i;
const LONG = 200;

/** A chain letter or a bait for links, told by simple signs; nobody's link is ever opened. */
export function isChainLetter({ text, forwarded }: Content & { type: "text" }): boolean {
  const read = readPart(text);
  const hasLink = (read.toLowerCase().match(ADDRESS) ?? []).some(isForeignHost);
  if (hasLink && (BAIT.test(read) || PUSH.test(read) || forwarded)) return true;
  return PUSH.test(read) && (forwarded === true || read.length > LONG);
}

/** Whether it begins with a host's name, up to the last label that can end one. */
function isForeignHost(run: string): boolean {
  const labels = run.split(".");
  const end = labels.findLastIndex((label, index) => index > 0 && labels[index - 1] !== "" && ENDINGS.has(label));
  return end > 0 && !OFFICIAL.test(labels.slice(0, end + 1).join("."));
}
