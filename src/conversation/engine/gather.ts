import type { Content, MediaFile } from "../../vocabulary/message.ts";
import { isCourtesy, onlyAsksToAsk } from "../understanding/courtesy.ts";
import { understoodOnce } from "../understanding/understood-once.ts";
import { asideIn } from "./asides.ts";
import type { Facts } from "./facts.ts";
import { type Flows, flowOf, isFree } from "./flow.ts";
import { comesFirst, listen, takeCommandOrChoice } from "./listen.ts";
import { codeIn } from "./page-code.ts";
import { contextOf } from "./prompt.ts";
import type { Session } from "./session.ts";
import { ticketAsked } from "./ticket-answer.ts";

const MOST = 20;

/** Whether the engine reads the message together with the messages just before. */
export function joinsGathered(content: Content, session: Session, facts: Facts, flows: Flows): boolean {
  if ((session.gathered?.length ?? 0) >= MOST) return false;
  if (content.type === "media") {
    const takesMedia = flows.stateAt(session.at).takes?.includes("media") ?? false;
    return takesMedia || ticketAsked(contextOf(session, facts, flows)) !== undefined;
  }
  if (codeIn(content, session, facts, flows) !== undefined) return false;
  if (content.type !== "text" || asideIn(content.text, { facts })) return false;
  return takeCommandOrChoice(content.text, contextOf(session, facts, flows)) === undefined;
}

export function keepsGathering(content: Content, session: Session, facts: Facts, flows: Flows): boolean {
  const context = contextOf(session, facts, flows);
  if (!joinsGathered(content, session, facts, flows) || comesFirst(content, context)) return false;
  if (content.type !== "text" || isFree(flows.stateAt(session.at), content, context)) return true;
  const { wrong, open } = listen(content, context);
  return wrong !== undefined || open === true;
}

/** Some citizens write a greeting and wait for a greeting back. */
export function greetsOnly(content: Content, session: Session, facts: Facts): boolean {
  if (content.type !== "text" || flowOf(session.at) !== "menu") return false;
  if (!isCourtesy(content.text, facts.words) && !onlyAsksToAsk(content.text, facts.words)) return false;
  return understoodOnce(content, facts).intent === "greeting";
}

export function mergeContents(contents: readonly Content[]): Content {
  const texts = contents.flatMap((one) =>
    one.type === "text" ? [one.text] : one.type === "media" && one.caption ? [one.caption] : [],
  );
  const files = contents.flatMap((one): MediaFile[] =>
    one.type === "media" ? [fileOf(one), ...(one.more ?? [])] : [],
  );
  const text = texts.join("\n");
  const [first, ...more] = files;
  const isForwarded = contents.some((one) => one.type === "text" && one.forwarded);
  if (!first) return { type: "text", text, ...(isForwarded ? { forwarded: true as const } : {}) };
  return { type: "media", ...first, ...(text ? { caption: text } : {}), ...(more.length > 0 ? { more } : {}) };
}

function fileOf({ kind, file, mime, name }: Content & { type: "media" }): MediaFile {
  return { kind, file, ...(mime ? { mime } : {}), ...(name ? { name } : {}) };
}
