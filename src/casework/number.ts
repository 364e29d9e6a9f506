/** ISO/IEC 7064 MOD 11,10 over letters and digits. */
function checkDigit(body: string): number {
  let product = 10;
  for (const character of body) {
    const value = character <= "9" ? Number(character) : character.charCodeAt(0) - 55;
    const sum = (product + (value % 10)) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10;
}

/** Returns a number such as `LMG-26-000123-7`: district, year, serial, check digit. */
export function ticketNumber(prefix: string, year: number, serial: number): string {
  const body = `${prefix}-${String(year % 100).padStart(2, "0")}-${String(serial).padStart(6, "0")}`;
  return `${body}-${checkDigit(body.replaceAll("-", ""))}`;
}

const TYPED_NUMBER = /(?<![A-Z0-9])([A-Z]{3})[\s./_-]{0,2}(\d{2})[\s./_-]{0,2}(\d{6,9})[\s./_-]{0,2}(\d)(?!\d)/i;
const ONLY_NUMBER = new RegExp(`^\\s*${TYPED_NUMBER.source}\\s*$`, "i");

/** Returns `LMG-26-000123-7` for `lmg 26 000123 7`, and any other text unchanged. */
export function canonicalNumber(text: string): string {
  const [, prefix, year, serial, digit] = ONLY_NUMBER.exec(text.normalize("NFKC")) ?? [];
  return prefix === undefined ? text : `${prefix.toUpperCase()}-${year}-${serial}-${digit}`;
}

/** Returns `undefined` if the check digit of the first number is wrong. */
export function findTicketNumber(text: string): string | undefined {
  const found = TYPED_NUMBER.exec(text.normalize("NFKC"));
  if (!found) return undefined;
  const [, prefix = "", year = "", serial = "", digit = ""] = found;
  const number = `${prefix.toUpperCase()}-${year}-${serial}-${digit}`;
  return checkDigit(`${prefix.toUpperCase()}${year}${serial}`) === Number(digit) ? number : undefined;
}
