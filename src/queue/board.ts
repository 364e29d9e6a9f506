import { createBullBoard } from "@bull-board/api";
import { BullMQAdapter } from "@bull-board/api/bullMQAdapter";
import { FastifyAdapter } from "@bull-board/fastify";
import type { Queue } from "bullmq";

export function openBoard(queues: readonly Queue[], base: string) {
  const server = new FastifyAdapter();
  server.setBasePath(base);
  createBullBoard({
    queues: queues.map((queue) => new BullMQAdapter(queue, { readOnlyMode: true })),
    serverAdapter: server,
    options: { uiConfig: { boardTitle: "Sapa Bansos" } },
  });
  return server.registerPlugin();
}
