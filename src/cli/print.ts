/** A terminal does not show these characters, but obeys them. */
const OBEYED = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;
const escapeCharacter = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** A citizen's text could otherwise imitate the command's own output. */
export const asLine = (text: string): string =>
  text
    .replace(/\r\n?|\n/g, " ↵ ")
    .replace(/\t/g, " ")
    .replace(OBEYED, escapeCharacter);

export const printLine = (line: string): void => {
  process.stdout.write(`${asLine(line)}\n`);
};
