/**
 * Whether a text says anything: "....." says nothing, and neither do characters that show nothing (spaces, fillers, the
 * blank Braille cell).
 */
export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text.replace(FILLERS, ""));

/** Characters that Unicode calls letters although nobody sees them. */
const FILLERS = /[\u115f\u1160\u3164\uffa0]/g;
