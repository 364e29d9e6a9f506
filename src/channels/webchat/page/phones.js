// @ts-check
/** A phone number (group 2) after a sign (group 1) that cannot belong to a longer number. Old browsers have no lookbehind, so the expression matches the sign too. */
const PHONE =
  /(^|[^\d.,+/-])((?:\(0\d{2,3}\) ?|0\d{2,3}[- ])\d{5,8}|(?:\+62 ?|0)8\d{2}[- ]?\d{3,4}[- ]?\d{3,5})(?![.,/-]?\d)/;

/** Splits a text so that every second part is a phone number. @param {string} text @returns {string[]} */
export function splitPhones(text) {
  const found = PHONE.exec(text);
  if (!found) return [text];
  const at = found.index + found[1].length;
  const end = at + found[2].length;
  return [text.slice(0, at), text.slice(at, end)].concat(splitPhones(text.slice(end)));
}
