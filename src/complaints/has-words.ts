/** What shows nothing: spaces, controls, marks without a letter, fillers and the blank Braille cell. */
const INVISIBLE = /[\s\p{Z}\p{C}\p{M}\u115f\u1160\u3164\uffa0\u2800]/gu;

/** Whether a text has anything that a reader can see. */
export const hasWords = (text: string): boolean => text.replace(INVISIBLE, "") !== "";
