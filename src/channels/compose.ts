import type { OutboundBody, Reply, Text, Translate } from "../vocabulary/message.ts";
import type { Limits } from "./channel.ts";

const BETWEEN = "\n\n";

/** Puts a turn's replies into words and into as few bubbles as the channel's limits allow; choices stay under the last. */
export function composed(
  replies: readonly Reply[],
  locale: string,
  limits: Limits,
  translate: Translate,
): OutboundBody[] {
  const say = (text: Text) => translate(locale, text).trim();
  const paragraphs = replies.flatMap(({ parts }) => parts.map(say)).filter((text) => text !== "");
  const choices = (replies.at(-1)?.choices ?? []).slice(0, limits.choices).map(({ id, title, description }) => ({
    id,
    title: shortened(say(title), limits.choiceTitle),
    ...(description && limits.choiceDescription > 0
      ? { description: shortened(say(description), limits.choiceDescription) }
      : {}),
  }));
  if (paragraphs.length === 0 && choices.length === 0) return [];
  const bubbles = filled(paragraphs, limits.text);
  const last = bubbles.at(-1) ?? "";
  if (choices.length > 0 && last.length > limits.textWithChoices) {
    bubbles.splice(-1, 1, ...lastShortened(last, limits));
  }
  return bubbles.map((text, index) => ({ text, locale, choices: index === bubbles.length - 1 ? choices : [] }));
}

/** Whole paragraphs, then lines, then words: a bubble is as full as it may be. */
function filled(paragraphs: readonly string[], limit: number): string[] {
  const bubbles: string[] = [];
  for (const paragraph of paragraphs) {
    for (const [index, piece] of pieces(paragraph, limit).entries()) {
      const last = bubbles.at(-1);
      if (index === 0 && last !== undefined && last.length + BETWEEN.length + piece.length <= limit) {
        bubbles[bubbles.length - 1] = last + BETWEEN + piece;
      } else bubbles.push(piece);
    }
  }
  return bubbles;
}

/** What goes with the choices is the end of the text: the question. */
function lastShortened(text: string, limits: Limits): string[] {
  const paragraphs = text.split(BETWEEN);
  const end: string[] = [];
  for (let length = 0; paragraphs.length > 0; ) {
    const next = paragraphs.at(-1) ?? "";
    length += next.length + BETWEEN.length;
    if (length - BETWEEN.length > limits.textWithChoices) break;
    end.unshift(paragraphs.pop() ?? "");
  }
  if (end.length > 0) return [...filled(paragraphs, limits.text), end.join(BETWEEN)];
  const parts = pieces(paragraphs.pop() ?? "", limits.textWithChoices);
  return [...filled([...paragraphs, ...parts.slice(0, -1)], limits.text), parts.at(-1) ?? ""];
}

function pieces(text: string, limit: number): string[] {
  const found: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const line = rest.lastIndexOf("\n", limit);
    const word = rest.lastIndexOf(" ", limit);
    const at = line > limit / 2 ? line : word > limit / 2 ? word : wholeCharacters(rest, limit);
    found.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return [...found, rest];
}

/** Never between the halves of one character. */
const wholeCharacters = (text: string, limit: number): number => {
  const code = text.charCodeAt(limit - 1);
  return code >= 0xd800 && code <= 0xdbff ? limit - 1 : limit;
};

const shortened = (text: string, limit: number): string =>
  text.length <= limit ? text : `${text.slice(0, wholeCharacters(text, limit - 1)).trimEnd()}…`;
