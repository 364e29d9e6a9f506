import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";

/** In ms. At the end, a caller must send the rest of its request within this time. */
const LONGEST_REST = 2_000;

/**
 * At the end, closes connections without a request at once, and connections with half a request after `longestRest` ms.
 * Node would wait for both, because a server that closes no longer limits the time of its requests.
 */
export function endConnectionsAtClose(app: FastifyInstance, longestRest = LONGEST_REST): void {
  const open = new Map<Socket, Set<IncomingMessage>>();
  let isClosing = false;
  app.server.on("connection", (socket: Socket) => {
    if (isClosing) socket.destroy();
    open.set(socket, new Set());
    socket.once("close", () => open.delete(socket));
  });
  app.server.on("request", (request, response) => {
    const { socket } = request;
    const requests = open.get(socket);
    requests?.add(request);
    response.once("close", () => {
      requests?.delete(request);
      if (isClosing && requests?.size === 0) socket.end();
    });
  });
  app.addHook("preClose", async () => {
    isClosing = true;
    for (const [socket, requests] of open) if (requests.size === 0) socket.destroy();
    setTimeout(() => {
      for (const [socket, requests] of open) if ([...requests].some(({ complete }) => !complete)) socket.destroy();
    }, longestRest).unref();
  });
}
