export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text.replace(FILLERS, ""));

/** Unicode calls these characters letters, but people cannot see them. */
const FILLERS = /[\u115f\u1160\u3164\uffa0]/g;
