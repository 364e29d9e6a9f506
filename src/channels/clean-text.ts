/**
 * Characters that no person types on purpose, and that can harm readers of a text. Control characters command a
 * terminal. Other marks turn the direction of text, or hide in words because they have no width.
 */
const NEVER =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/g;
/**
 * Joiners belong in emoji and in Javanese or Arabic script. Beside a Latin letter or a digit, a joiner only splits a
 * word, so that our code does not recognise the word.
 */
const JOINER_IN_LATIN = /(?<=[\p{Script=Latin}\d])[\u200c\u200d]+|[\u200c\u200d]+(?=[\p{Script=Latin}\d])/gu;

/** Makes well-formed Unicode without harmful characters. Channels clean all texts of citizens and platforms with it. */
export const cleanText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replace(NEVER, "")
    .replace(JOINER_IN_LATIN, "");
