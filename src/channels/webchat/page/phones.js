// @ts-check
/** A phone number (group 2) after a sign (group 1); old browsers have no lookbehind, so the expression matches the sign too. */
const PHONE =
  /(^|[^\d.,+/-])((?:\(0\d{2,3}\) ?|0\d{2,3}[- ])\d{5,8}|(?:\+62 ?|0)8\d{2,3}[- ]?\d{3,4}[- ]?\d{3,5})(?![.,/-]?\d)/;

/** An emergency number (group 2) after a word or sign (group 1) that says to call it, or at the start of a text that goes on with a list. */
const EMERGENCY =
  /((?:• |\(|darurat: |mergency: |olisi: |olice: |^(?:, | atau | or | utawi )|\b(?:telepon|telpon|call|sekarang:|sakniki:|now:|saja:|mawon:|time:) ))(11[0-9]|129)(?= \(WA|,? lalu| lajeng| then| atau| or| utawi| (?:SEKARANG|SAKNIKI|NOW)\b| \((?:polisi|police)\)| sekarang| sakniki| now|[),.:;\n](?!\d)|$)/i;

/** Every second part is a phone number. @param {string} text @returns {string[]} */
export function splitPhones(text) {
  const found = firstOf(PHONE.exec(text), EMERGENCY.exec(text));
  if (!found) return [text];
  const at = found.index + found[1].length;
  const end = at + found[2].length;
  return [text.slice(0, at), text.slice(at, end)].concat(splitPhones(text.slice(end)));
}

/** @param {RegExpExecArray | null} one @param {RegExpExecArray | null} other */
function firstOf(one, other) {
  if (!one || !other) return one || other;
  return one.index < other.index ? one : other;
}
