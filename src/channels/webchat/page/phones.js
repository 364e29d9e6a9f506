// @ts-check

/**
 * A telephone number of Indonesia as offices write it: an area code in brackets or with a gap or hyphen behind it, or a
 * mobile number. Its first group is the sign before it, since old browsers cannot look behind: a digit there makes it
 * part of a longer number, such as a NIK.
 */
const PHONE =
  /(^|[^\d.,+/-])((?:\(0\d{2,3}\) ?|0\d{2,3}[- ])\d{5,8}|(?:\+62 ?|0)8\d{2}[- ]?\d{3,4}[- ]?\d{3,5})(?![.,/-]?\d)/g;

/** Splits a text so that every second part is a telephone number. @param {string} text @returns {string[]} */
export function splitPhones(text) {
  const parts = [];
  let from = 0;
  for (let found = PHONE.exec(text); found; found = PHONE.exec(text)) {
    const number = found[2] || "";
    const at = found.index + (found[1] || "").length;
    parts.push(text.slice(from, at), number);
    from = at + number.length;
  }
  PHONE.lastIndex = 0;
  return [...parts, text.slice(from)];
}
