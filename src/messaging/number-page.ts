import { z } from "zod";
import { NUMBER_ASKS, type NumberAsk } from "../conversation/engine/facts.ts";
import type { Vault } from "../privacy/vault.ts";
import type { Contact, InboundMessage } from "../vocabulary/message.ts";

/** In ms. Opening a page changes nothing, because link previews open it too. */
const LASTS = 10 * 60_000;
const ABOUT = "number page";

const Link = z.tuple([z.string(), z.string(), z.string(), z.enum(NUMBER_ASKS), z.string(), z.number()], z.string());

/** `known`: the blind index of the person whom the chat has proved by the family card. */
export type NumberLink = {
  district: string;
  conversation: string;
  nonce: string;
  ask: NumberAsk;
  locale: string;
  known?: string;
};
export type OpenedLink = NumberLink & { askedAt: number; until: number };

export type NumberPages = {
  link(link: NumberLink): string;
  /** Returns `undefined` for a link that this service did not make. Also reads an expired link. */
  read(token: string): OpenedLink | undefined;
};

export function openNumberPages(vault: Vault, publicUrl: string): NumberPages {
  return {
    link({ district, conversation, nonce, ask, locale, known }) {
      const sealed = vault.seal(
        [district, conversation, nonce, ask, locale, Date.now() + LASTS, ...(known ? [known] : [])],
        ABOUT,
      );
      return `${publicUrl}/n/${sealed.toString("base64url")}`;
    },
    read(token) {
      try {
        const opened = Link.parse(vault.open(Buffer.from(token, "base64url"), ABOUT));
        const [district, conversation, nonce, ask, locale, until, known] = opened;
        const link = { district, conversation, nonce, ask, locale, askedAt: until - LASTS, until };
        return known ? { ...link, known } : link;
      } catch {
        return undefined;
      }
    },
  };
}

/** Takes the message's id from the link, so the store records the message once. */
export function messageOfNumbers(
  { nonce }: NumberLink,
  contact: Contact,
  numbers: { nik?: string; kk?: string },
): InboundMessage {
  const id = `number-page-${nonce}`;
  // The highest order puts this message after all waiting messages of this chat.
  return { id, contact, order: Number.MAX_SAFE_INTEGER, sentAt: Date.now(), content: { type: "numbers", ...numbers } };
}
