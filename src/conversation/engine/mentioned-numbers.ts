import { endingOf, keepsMentioned, type NumberTyped } from "../../casework/mentioned-numbers.ts";
import { findNumbers, maskNumbers } from "../../register/find-numbers.ts";
import type { Content, Text } from "../../vocabulary/message.ts";
import type { Words } from "../../words/words.ts";
import { plainText } from "../understanding/normalise.ts";
import { wordsIn } from "./content.ts";
import type { Option, Request } from "./flow.ts";
import type { Session } from "./session.ts";

const MOST = 20;
/** In characters between the word "NIK" or "KK" and its number. */
const NEAR = 24;

export const numbersTyped = (content: Content, words: Words): NumberTyped[] => numbersIn(wordsIn(content) ?? "", words);

export function numbersIn(text: string, { numbers: { card, nik } }: Words): NumberTyped[] {
  return findNumbers(text).numbers.map(({ digits, start }) => {
    const before = plainText(text.slice(Math.max(start - NEAR, 0), start).replace(/^.*\d/s, ""));
    const label = card.isIn(before) && !nik.isIn(before) ? "kk" : "nik";
    return { label, number: digits };
  });
}

/** Only the end of the turn shows whether a ticket keeps these numbers. */
export function withTyped(session: Session, content: Content, words: Words): Session {
  const typed = numbersTyped(content, words);
  if (typed.length === 0) return session;
  const again = new Set(typed.map(({ number }) => number));
  const known = (session.mentioned ?? []).filter(({ number }) => !again.has(number));
  return { ...session, mentioned: [...known, ...typed].slice(-MOST) };
}

export const withoutSent = ({ numbersSent: _, ...session }: Session): Session => session;

export const mentionedIn = (text: string, { mentioned = [] }: Session) =>
  mentioned.filter(({ number }) => text.includes(maskNumbers(number)));

type ToTicket = Extract<Request, { type: "open-ticket" | "add-to-ticket" }>;

const isToTicket = (request: Request): request is ToTicket =>
  request.type === "open-ticket" || request.type === "add-to-ticket";

const wordsOfRequest = (request: ToTicket): string =>
  request.type === "open-ticket" ? `${request.draft.text}\n${request.draft.place ?? ""}` : request.event.text;

function numberOf(request: ToTicket): string {
  return request.type === "open-ticket" ? request.draft.number : request.number;
}

function withNumbers(request: ToTicket, mentioned: NumberTyped[]): ToTicket {
  if (request.type === "open-ticket") return { ...request, draft: { ...request.draft, mentioned } };
  return request.event.type === "add" || request.event.type === "dispute"
    ? { ...request, event: { ...request.event, mentioned } }
    : request;
}

const forgetsNumbers = (request: ToTicket): boolean =>
  request.type === "open-ticket" ? !keepsMentioned(request.draft) : request.forgets === true;

function plainRequest(request: ToTicket): ToTicket {
  if (request.type === "open-ticket") return request;
  const { forgets: _, ...rest } = request;
  return rest;
}

/** Moves unmasked numbers from the session to the tickets that mention them. */
export function withMentions(session: Session, requests: Request[]): { session: Session; requests: Request[] } {
  if (!session.mentioned)
    return { session, requests: requests.map((one) => (isToTicket(one) ? plainRequest(one) : one)) };
  const { mentioned, ...rest } = session;
  const sent = new Set<string>();
  const untold: NonNullable<Session["numbersSent"]> = { ticket: "", typed: [] };
  const whole = requests.map((request): Request => {
    if (!isToTicket(request)) return request;
    const found = mentionedIn(wordsOfRequest(request), session);
    if (found.length === 0) return plainRequest(request);
    if (forgetsNumbers(request)) {
      for (const one of found) sent.add(one.number);
      return withNumbers(plainRequest(request), []);
    }
    for (const one of found) {
      sent.add(one.number);
      if (one.told) continue;
      untold.ticket = numberOf(request);
      untold.typed.push({ label: one.label, ending: endingOf(one) });
    }
    return withNumbers(
      plainRequest(request),
      found.map(({ label, number }) => ({ label, number })),
    );
  });
  const waiting = JSON.stringify([session.data, session.drafts]);
  const kept = mentioned.filter(({ number }) => !sent.has(number) && waiting.includes(maskNumbers(number)));
  return {
    session: {
      ...rest,
      ...(kept.length > 0 ? { mentioned: kept } : {}),
      ...(untold.typed.length > 0 ? { numbersSent: untold } : {}),
    },
    requests: whole,
  };
}

const listNumbers = (typed: readonly { label: "nik" | "kk"; ending: string }[]): string =>
  typed.map(({ label, ending }) => `${label.toUpperCase()} …${ending}`).join(", ");

export const textsOfNumbersToSend = (typed: readonly NumberTyped[]): Text[] =>
  typed.map((one) => ({ key: `ticket.sends.${one.label}`, values: { ending: endingOf(one) } }));

export const textsOfNumbersSent = ({ numbersSent }: Session): Text[] =>
  (numbersSent?.typed ?? []).map(({ label, ending }) => ({ key: `ticket.sends.${label}`, values: { ending } }));

export function withholdOptions({ numbersSent, at }: Session): Option[] {
  if (!numbersSent) return [];
  const { ticket, typed } = numbersSent;
  const endings = typed.map(({ ending }) => ending);
  return [
    {
      id: "withhold",
      title: { key: "ticket.withhold" },
      to: at,
      step: ({ facts }) => ({
        to: at,
        say: [{ key: "ticket.takenBack" }],
        requests: [
          {
            type: "add-to-ticket",
            number: ticket,
            event: { type: "withhold", at: facts.now, text: listNumbers(typed), endings },
          },
        ],
      }),
    },
  ];
}
