import type { ChannelEvent, RouteRequest } from "../../src/channels/channel.ts";
import type { OutboundBody } from "../../src/vocabulary/message.ts";

/** `tests/channels/<name>/setup.ts` exports this as `setup`. */
export type ChannelSetup = {
  settings(apiRoot: string): Record<string, string>;
  request(body: string, headers: Record<string, string>): RouteRequest;
  address: string;
};

/** The form of `tests/channels/<name>/cases.json`. */
export type ChannelCases = {
  inbound: {
    label: string;
    /** The test sends an object as JSON, and a string unchanged. */
    body: unknown;
    headers?: Record<string, string>;
    events?: Partial<ChannelEvent>[];
    error?: string;
  }[];
  outbound: {
    label: string;
    message: Partial<OutboundBody>;
    /** Instead of this message, the channel sends a template that asks the citizen to write. */
    asksToWrite?: true;
    /** `reset` closes the connection without an answer. */
    responses: ({ status: number; body: unknown; headers?: Record<string, string> } | "reset")[];
    requests?: { path?: string; headers?: Record<string, string>; body?: unknown }[];
    error?: { code: string; details?: Record<string, unknown> };
  }[];
};
