import { z } from "zod";
import { NUMBER_ASKS, type NumberAsk } from "../conversation/engine/facts.ts";
import type { Vault } from "../privacy/vault.ts";
import type { Contact, InboundMessage } from "../vocabulary/message.ts";

/** In ms, for how long a page may be submitted. Opening the page does not use it up, since previews open links too. */
const LASTS = 10 * 60_000;
const ABOUT = "number page";

const Link = z.tuple([z.string(), z.string(), z.string(), z.enum(NUMBER_ASKS), z.string(), z.number()], z.string());

/**
 * The content of a link: which chat is asked, and for which number. `nonce`: the store takes the numbers of one link
 * only once. `known`: the blind index of the person whom the chat has proved by the family card and may still see.
 */
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
  /** Returns `undefined` for a link that we have not made; an expired link is still read. */
  read(token: string): OpenedLink | undefined;
};

/**
 * Makes and reads links to the page on which a NIK or a KK number is entered. Each link is a sealed value, so nothing
 * is stored for it.
 */
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
        return undefined; // not ours, or altered
      }
    },
  };
}

/** Returns the numbers as a message of that chat. Its id is derived from the link, so that the store takes it once. */
export function messageOfNumbers(
  { nonce }: NumberLink,
  contact: Contact,
  numbers: { nik?: string; kk?: string },
): InboundMessage {
  const id = `number-page-${nonce}`;
  // This message comes after all messages of this chat that wait already.
  return { id, contact, order: Number.MAX_SAFE_INTEGER, sentAt: Date.now(), content: { type: "numbers", ...numbers } };
}
