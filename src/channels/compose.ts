import type { Card, CardTexts, OutboundBody, Reply, Text, Translate } from "../vocabulary/message.ts";
import type { Limits } from "./channel.ts";

const BETWEEN = "\n\n";

export function composeBubbles(
  replies: readonly Reply[],
  locale: string,
  limits: Limits,
  translate: Translate,
): OutboundBody[] {
  const say = (text: Text) => translate(locale, text).trim();
  const paragraphs = replies.flatMap(({ parts }) => parts.map(say)).filter((text) => text !== "");
  const choices = (replies.at(-1)?.choices ?? []).slice(0, limits.choices).map(({ id, title, description }) => ({
    id,
    title: shortenText(say(title), limits.choiceTitle),
    ...(description && limits.choiceDescription > 0
      ? { description: shortenText(say(description), limits.choiceDescription) }
      : {}),
  }));
  if (paragraphs.length === 0 && choices.length === 0) return [];
  const bubbles = fillBubbles(paragraphs, limits.text);
  const last = bubbles.at(-1) ?? "";
  if (choices.length > 0 && last.length > limits.textWithChoices) {
    bubbles.splice(-1, 1, ...splitLastBubble(last, limits));
  }
  const asks = replies.at(-1)?.asks;
  const card = cardOf(replies, say);
  return bubbles.map((text, index) => {
    const isLast = index === bubbles.length - 1;
    return {
      text,
      locale,
      choices: isLast ? choices : [],
      ...(isLast && asks ? { asks } : {}),
      ...(card && text.includes(card.status) ? { card } : {}),
    };
  });
}

const FIRST_WORDS = /^.*?(?:[.:](?=\s|$)|$)/m;

function cardOf(replies: readonly Reply[], say: (text: Text) => string): Card | undefined {
  const texts: CardTexts | undefined = replies.findLast(({ card }) => card)?.card;
  if (!texts) return undefined;
  const names = [...new Set(texts.names.map((name) => (typeof name === "string" ? name : say(name))))].sort(
    (a, b) => b.length - a.length,
  );
  const status = FIRST_WORDS.exec(say(texts.status))?.[0] ?? "";
  return { tone: texts.tone, status, names, said: say(texts.said) };
}

function fillBubbles(paragraphs: readonly string[], limit: number): string[] {
  const bubbles: string[] = [];
  for (const paragraph of paragraphs) {
    for (const [index, piece] of splitText(paragraph, limit).entries()) {
      const last = bubbles.at(-1);
      if (index === 0 && last !== undefined && last.length + BETWEEN.length + piece.length <= limit) {
        bubbles[bubbles.length - 1] = last + BETWEEN + piece;
      } else bubbles.push(piece);
    }
  }
  return bubbles;
}

/** The choices stay with the end of the text, because it contains the question. */
function splitLastBubble(text: string, limits: Limits): string[] {
  const paragraphs = text.split(BETWEEN);
  const end: string[] = [];
  for (let length = 0; paragraphs.length > 0; ) {
    const next = paragraphs.at(-1) ?? "";
    length += next.length + BETWEEN.length;
    if (length - BETWEEN.length > limits.textWithChoices) break;
    end.unshift(paragraphs.pop() ?? "");
  }
  if (end.length > 0) return [...fillBubbles(paragraphs, limits.text), end.join(BETWEEN)];
  const parts = splitText(paragraphs.pop() ?? "", limits.textWithChoices);
  return [...fillBubbles([...paragraphs, ...parts.slice(0, -1)], limits.text), parts.at(-1) ?? ""];
}

function splitText(text: string, limit: number): string[] {
  const found: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const line = rest.lastIndexOf("\n", limit);
    const word = rest.lastIndexOf(" ", limit);
    const at = line > limit / 2 ? line : word > limit / 2 ? word : endOfWholeCharacters(rest, limit);
    found.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return [...found, rest];
}

const endOfWholeCharacters = (text: string, limit: number): number => {
  const code = text.charCodeAt(limit - 1);
  return code >= 0xd800 && code <= 0xdbff ? limit - 1 : limit;
};

const shortenText = (text: string, limit: number): string =>
  text.length <= limit ? text : `${text.slice(0, endOfWholeCharacters(text, limit - 1)).trimEnd()}…`;
