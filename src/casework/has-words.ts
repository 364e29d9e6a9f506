/** Whether a text says anything: "....." and what shows nothing (spaces, fillers, the blank Braille cell) do not. */
export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text.replace(FILLERS, ""));

/** Letters for Unicode that a reader does not see. */
const FILLERS = /[\u115f\u1160\u3164\uffa0]/g;
