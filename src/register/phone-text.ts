import { z } from "zod";

/** A letter beside a digit is a slip such as "o899" or "99X111": nobody answers such a number. */
const SLIP = /\p{L}\d|\d\p{L}/u;

/** A text with a telephone number, and perhaps words: "129 (WA 08111-129-129)". */
export const PhoneText = z
  .string()
  .refine((text) => !SLIP.test(text), "has a letter beside a digit, so nobody answers");
