import type { Content } from "../message.ts";

/** Links that no agency writes: shorteners, and addresses outside the government's own. */
const LINK =
  /\b(?:https?:\/\/|www\.)?((?:[a-z0-9-]+\.)+(?:com|net|org|xyz|info|online|site|top|click|link|id|me|ly|co|app|shop|vip|live|page))\b/gi;
const OFFICIAL = /(^|\.)(go\.id|desa\.id|kemensos\.go\.id)$/i;
const BAIT =
  /klik|daftar(kan)?\b|isi (data|formulir)|segera|terbatas|\bcair|gratis|hadiah|subsidi|bantuan|menang|klaim|claim|pulsa|kuota|register|free|aid/i;
const PUSH = /sebar(kan|luaskan)?\b|bagikan|teruskan|viralkan|share|forward|kirim(kan)? (ke|pada) \d+/i;
const LONG = 200;

/** A chain letter or a bait for links, told by simple signs; nobody's link is ever opened. */
export function isChainLetter({ text, forwarded }: Content & { type: "text" }): boolean {
  const hasLink = [...text.matchAll(LINK)].some(([, host = ""]) => !OFFICIAL.test(host));
  if (hasLink && (BAIT.test(text) || PUSH.test(text) || forwarded)) return true;
  return PUSH.test(text) && (forwarded === true || text.length > LONG);
}
