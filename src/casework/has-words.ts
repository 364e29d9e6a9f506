/** Whether a text contains a letter or a digit that people can see. */
export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text.replace(FILLERS, ""));

/** Characters that Unicode calls letters although they are invisible. */
const FILLERS = /[\u115f\u1160\u3164\uffa0]/g;
