/** These characters command a terminal, hide text or turn its direction. */
const NEVER =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/g;
/** Emoji, Javanese and Arabic script need joiners. In a Latin word, a joiner would hide the word from the service. */
const JOINER_IN_LATIN = /(?<=[\p{Script=Latin}\d])[\u200c\u200d]+|[\u200c\u200d]+(?=[\p{Script=Latin}\d])/gu;

export const cleanText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replace(NEVER, "")
    .replace(JOINER_IN_LATIN, "");
