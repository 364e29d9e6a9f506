import { z } from "zod";
import { NUMBER_ASKS, type NumberAsk } from "../conversation/facts.ts";
import type { InboundMessage } from "../message.ts";
import type { Vault } from "../privacy/vault.ts";
import type { Store } from "../store/store.ts";

/** Ms that a page may be submitted in; opening it never uses it up, since previews open links too. */
const LASTS = 10 * 60_000;
const ABOUT = "number page";

const Link = z.tuple([z.string(), z.string(), z.string(), z.enum(NUMBER_ASKS), z.string(), z.number()]);

/** Who is asked for what: `nonce` makes the link count once. */
export type NumberLink = { district: string; conversation: string; nonce: string; ask: NumberAsk; locale: string };
export type OpenedLink = NumberLink & { until: number };

export type NumberPages = {
  link(link: NumberLink): string;
  /** `undefined` for what we have not made; one whose time is over is still read. */
  read(token: string): OpenedLink | undefined;
};

/** Links to the page on which a NIK or a KK number is entered; each is a sealed value, so that nothing is stored for it. */
export function openNumberPages(vault: Vault, publicUrl: string): NumberPages {
  return {
    link({ district, conversation, nonce, ask, locale }) {
      const sealed = vault.seal([district, conversation, nonce, ask, locale, Date.now() + LASTS], ABOUT);
      return `${publicUrl}/n/${sealed.toString("base64url")}`;
    },
    read(token) {
      try {
        const opened = Link.parse(vault.open(Buffer.from(token, "base64url"), ABOUT));
        const [district, conversation, nonce, ask, locale, until] = opened;
        return { district, conversation, nonce, ask, locale, until };
      } catch {
        return undefined; // not ours, or altered
      }
    },
  };
}

/** The numbers as a message of that chat; its id is the link's, so that the store takes it once. `undefined`: no such chat. */
export async function numbersEntered(
  { contactOf }: Pick<Store, "contactOf">,
  { conversation, nonce }: NumberLink,
  numbers: { nik?: string; kk?: string },
): Promise<InboundMessage | undefined> {
  const contact = await contactOf(conversation);
  if (!contact) return undefined;
  const id = `number-page-${nonce}`;
  // After whatever of this chat waits already.
  return { id, contact, order: Number.MAX_SAFE_INTEGER, sentAt: Date.now(), content: { type: "numbers", ...numbers } };
}
