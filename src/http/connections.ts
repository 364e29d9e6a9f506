import type { BlockList, Server, Socket } from "node:net";
import { isWithin, plainAddress } from "../trusted-proxies.ts";
import type { Refusals } from "./refusals.ts";

/** In ms. A caller must send a request's head within `head`, and the whole request within `request`. */
export const PATIENCE = { request: 30_000, head: 15_000, look: 5_000 };

const MOST = 5_000;
/** Mobile networks put many phones behind one address. */
const MOST_OF_ADDRESS = 600;

export function limitConnections(
  server: Server,
  trusted: BlockList,
  refusals: Refusals,
  { most = MOST, ofAddress = MOST_OF_ADDRESS } = {},
): void {
  const open = new Map<string, number>();
  server.maxConnections = most;
  server.on("drop", () => refusals.count("connections", "BUSY"));
  server.on("connection", (socket: Socket) => {
    const address = plainAddress(socket.remoteAddress ?? "");
    if (isWithin(trusted, address)) return;
    const others = open.get(address) ?? 0;
    if (others >= ofAddress) {
      refusals.count("connections of one address", "BUSY");
      socket.destroy();
      return;
    }
    open.set(address, others + 1);
    socket.once("close", () => {
      const now = (open.get(address) ?? 1) - 1;
      if (now > 0) open.set(address, now);
      else open.delete(address);
    });
  });
}
