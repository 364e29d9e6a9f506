import type { BlockList, Server, Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import { isWithin, plainAddress } from "../trusted-proxies.ts";
import type { Refusals } from "./refusals.ts";

/** Ms in which a caller has sent a whole request, and its head; and how often the server looks for those who have not. */
export const PATIENCE = { request: 30_000, head: 15_000, look: 5_000 };

/** Open connections, those of citizens' pages that wait for events among them: some 20 kB each. */
const MOST = 5_000;
/** Of one address that is no proxy of ours; mobile networks put many phones behind one. */
const MOST_OF_ADDRESS = 600;

/** Keeps connections to what one process carries; those beyond are closed without an answer. */
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

/**
 * Lets the app close as soon as the requests under way are answered: a connection on which none is, such as one that a
 * caller has opened and not used yet, is cut. Node's server would wait for its first request until that is too late.
 */
export function cutSilentConnections(app: FastifyInstance): void {
  const requests = new Map<Socket, number>();
  let isClosing = false;
  app.server.on("connection", (socket: Socket) => {
    if (isClosing) socket.destroy();
    requests.set(socket, 0);
    socket.once("close", () => requests.delete(socket));
  });
  app.server.on("request", ({ socket }, response) => {
    requests.set(socket, (requests.get(socket) ?? 0) + 1);
    response.once("close", () => {
      const left = (requests.get(socket) ?? 1) - 1;
      if (!socket.destroyed) requests.set(socket, left);
      if (isClosing && left === 0) socket.end();
    });
  });
  app.addHook("preClose", async () => {
    isClosing = true;
    for (const [socket, count] of requests) if (count === 0) socket.destroy();
  });
}
