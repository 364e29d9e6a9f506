import type { Phone } from "./catch-up.ts";

/** The part of whatsapp-web.js's client that we use. */
export type WebClient = Phone & {
  on(event: string, heard: (...args: never[]) => void): unknown;
  initialize(): Promise<void>;
  destroy(): Promise<void>;
  getState(): Promise<string | null>;
  /** `undefined`: nobody has that number. `seen`: with blue ticks under everything the chat holds. */
  sendMessage(to: string, text: string, seen: boolean): Promise<{ id: { _serialized: string } } | undefined>;
  /** Resolves once the browser of this client is there; its end is told to `gone`. */
  watchBrowser(gone: () => void): void;
};

/** Nothing was handed to WhatsApp; the cause says why, where the page said it. */
export class NotSent extends Error {
  constructor(cause?: unknown) {
    super("not sent", { cause });
  }
}
