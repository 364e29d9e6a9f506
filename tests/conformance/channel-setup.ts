import type { ChannelEvent, RouteRequest } from "../../src/channels/channel.ts";
import type { OutboundBody } from "../../src/vocabulary/message.ts";

/** `tests/channels/<name>/setup.ts` exports one of these as `setup`: how to reach the channel in a test. */
export type ChannelSetup = {
  /** Settings of district lamongan; `apiRoot` is a local stand-in's address with a path, e.g. `http://127.0.0.1:1234/base/`. */
  settings(apiRoot: string): Record<string, string>;
  /** The webhook request that carries this body, signed as the platform would. */
  request(body: string, headers: Record<string, string>): RouteRequest;
  /** The address that the outbound cases are sent to. */
  address: string;
};

/** `tests/channels/<name>/cases.json`, as `tests/channels/cases.ts` reads it. Expected events and requests need only name what matters (toMatchObject). */
export type ChannelCases = {
  inbound: {
    label: string;
    /** An object is sent as JSON, a string as it is. */
    body: unknown;
    /** Replaces or adds; the setup's own headers are the default. */
    headers?: Record<string, string>;
    events?: Partial<ChannelEvent>[];
    /** The code that parse throws. */
    error?: string;
  }[];
  outbound: {
    label: string;
    message: Partial<OutboundBody>;
    /** Asks to write instead of sending the message. */
    asksToWrite?: true;
    /** What the stand-in answers, in turn; the last one repeats. `reset` closes the connection without an answer. */
    responses: ({ status: number; body: unknown; headers?: Record<string, string> } | "reset")[];
    /** What the stand-in must have seen, in order. */
    requests?: { path?: string; headers?: Record<string, string>; body?: unknown }[];
    error?: { code: string; details?: Record<string, unknown> };
  }[];
};
