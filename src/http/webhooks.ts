import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Route, RouteRequest, RouteResponse } from "../channels/channel.ts";
import type { Runtime } from "../runtime.ts";

/** Platforms send batches; Meta's may grow past Fastify's default of 1 MiB. */
const BODY_LIMIT = 4 * 1_024 * 1_024;
const NO_BODY = Buffer.alloc(0);

/** Every channel's routes, with the raw bytes kept: a signature is checked over what was sent, not over what we read. */
export async function webhooks(app: FastifyInstance, { runtime }: { runtime: Runtime }): Promise<void> {
  const streams = new Set<Readable>();
  app.addHook("preClose", async () => {
    for (const stream of streams) stream.destroy(); // an open page would hold up the stop
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_, body, done) => done(null, body));
  for (const route of runtime.routes) {
    const timed = async (_: FastifyRequest, reply: FastifyReply) =>
      runtime.meter.webhook(route.path, reply.statusCode, reply.elapsedTime);
    app.route({
      method: route.method,
      url: route.path,
      bodyLimit: BODY_LIMIT,
      exposeHeadRoute: false,
      handler: (request, reply) =>
        runtime.trace(`${route.method} ${route.path}`, { "http.route": route.path }, () =>
          handled(route, request, reply, streams),
        ),
      ...(runtime.config.metricsToken ? { onResponse: timed } : {}),
    });
  }
}

async function handled(
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  streams: Set<Readable>,
): Promise<FastifyReply> {
  const { status, headers = {}, body }: RouteResponse = await route.handle(read(request));
  reply.code(status).headers(headers);
  if (!isStream(body)) return reply.send(body ?? "");
  const stream = Readable.from(body);
  streams.add(stream);
  stream.once("close", () => streams.delete(stream));
  return reply.send(stream);
}

const read = ({ params, query, headers, body, ip }: FastifyRequest): RouteRequest => ({
  params: params as Record<string, string>,
  query: query as Record<string, string>,
  headers: headers as Record<string, string | undefined>,
  body: Buffer.isBuffer(body) ? body : NO_BODY,
  ip,
});

const isStream = (body: unknown): body is AsyncIterable<string> =>
  typeof body === "object" && body !== null && Symbol.asyncIterator in body;
