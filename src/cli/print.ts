/**
 * Characters that a terminal obeys and does not show: controls of both sets, marks that turn the direction of text or
 * take no room, and every break of a line. A stored text may hold them.
 */
const OBEYED = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;
const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/**
 * A text as one line without commands: a citizen's line break is a mark and begins no line that could pass for ours. JSON
 * stays the same JSON, with these characters in its own escapes.
 */
export const asLine = (text: string): string =>
  text
    .replace(/\r\n?|\n/g, " ↵ ")
    .replace(/\t/g, " ")
    .replace(OBEYED, escaped);

/** Prints one line, even if a text in it has line breaks or control characters. */
export const printLine = (line: string): void => {
  process.stdout.write(`${asLine(line)}\n`);
};
