import type { ChannelEvent, RouteRequest } from "../../src/channels/channel.ts";
import type { OutboundBody } from "../../src/vocabulary/message.ts";

/** `tests/channels/<name>/setup.ts` exports this as `setup`. */
export type ChannelSetup = {
  /**
   * Returns the settings of Lamongan. `apiRoot` is the address of a stand-in, such as `http://127.0.0.1:1234/base/`.
   */
  settings(apiRoot: string): Record<string, string>;
  request(body: string, headers: Record<string, string>): RouteRequest;
  address: string;
};

/**
 * The form of `tests/channels/<name>/cases.json`. Expected events and requests need only the fields that matter
 * (toMatchObject).
 */
export type ChannelCases = {
  inbound: {
    label: string;
    /** The test sends an object as JSON, and a string unchanged. */
    body: unknown;
    /** Replaces the setup's own headers or adds to them. */
    headers?: Record<string, string>;
    events?: Partial<ChannelEvent>[];
    error?: string;
  }[];
  outbound: {
    label: string;
    message: Partial<OutboundBody>;
    /** Instead of this message, the channel sends a template that asks the citizen to write. */
    asksToWrite?: true;
    /**
     * The stand-in gives these answers in turn, and repeats the last. `reset` closes the connection without an answer.
     */
    responses: ({ status: number; body: unknown; headers?: Record<string, string> } | "reset")[];
    requests?: { path?: string; headers?: Record<string, string>; body?: unknown }[];
    error?: { code: string; details?: Record<string, unknown> };
  }[];
};
