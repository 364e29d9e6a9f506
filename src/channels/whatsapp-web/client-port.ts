import type { Phone } from "./catch-up.ts";

export type WebClient = Phone & {
  on(event: string, heard: (...args: never[]) => void): unknown;
  initialize(): Promise<void>;
  destroy(): Promise<void>;
  getState(): Promise<string | null>;
  /**
   * Returns `undefined` if no account has this number. `seen` puts blue ticks under every message of the chat.
   */
  sendMessage(to: string, text: string, seen: boolean): Promise<{ id: { _serialized: string } } | undefined>;
  watchBrowser(gone: () => void): void;
};

/** The page did not hand the message to WhatsApp. */
export class NotSent extends Error {
  constructor(cause?: unknown) {
    super("not sent", { cause });
  }
}
