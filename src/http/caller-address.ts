import { type BlockList, isIP } from "node:net";
import type { FastifyRequest } from "fastify";
import { isWithin, plainAddress } from "../trusted-proxies.ts";
import type { Log } from "../vocabulary/message.ts";

const withoutPort = (hop: string): string =>
  /^\[([^\]]+)\](?::\d+)?$/.exec(hop)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(hop)?.[1] ?? hop;

/**
 * Returns the last address of the chain that is no trusted proxy. A proxy appends its caller's address, so addresses
 * further left may be false.
 */
export function addressBehind(peer: string, forwarded: string | undefined, trusted: BlockList): string {
  let address = plainAddress(peer);
  const hops = (forwarded ?? "").split(",").map((hop) => plainAddress(withoutPort(hop.trim())));
  while (isWithin(trusted, address)) {
    const next = hops.pop();
    if (next === undefined || isIP(next) === 0) return address;
    address = next;
  }
  return address;
}

export type CallerAddress = (request: Pick<FastifyRequest, "headers" | "raw">) => string;

export function openCallerAddress(trusted: BlockList, log: Log): CallerAddress {
  let warned = false;
  return ({ headers, raw }) => {
    const peer = raw.socket.remoteAddress ?? "";
    const given = headers["x-forwarded-for"];
    const forwarded = Array.isArray(given) ? given.join(",") : given;
    if (forwarded !== undefined && !warned && !isWithin(trusted, peer)) {
      warned = true;
      log(
        "warn",
        { setting: "TRUSTED_PROXIES" },
        "a peer that is no trusted proxy sends X-Forwarded-For: it is not believed, all behind it count as one caller",
      );
    }
    return addressBehind(peer, forwarded, trusted);
  };
}
