import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Route, RouteHead, RouteResponse } from "../../channels/channel.ts";
import type { Runtime } from "../../runtime.ts";
import { AppError } from "../../vocabulary/errors.ts";
import type { Bodies } from "../body.ts";
import type { CallerAddress } from "../caller-address.ts";

const BODY_LIMIT = 1_024;
const NO_BODY = Buffer.alloc(0);

type Options = { runtime: Runtime; bodies: Bodies; callerAddress: CallerAddress };

/** A platform's signature covers the raw bytes of the body. */
export async function registerWebhooks(
  app: FastifyInstance,
  { runtime, bodies, callerAddress }: Options,
): Promise<void> {
  const streams = new Set<Readable>();
  app.addHook("preClose", async () => {
    for (const stream of streams) stream.destroy(); // an open event stream would delay the shutdown
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", bodies.read);
  const routeHeads = new WeakMap<FastifyRequest, RouteHead>();
  const routeHeadOf = (request: FastifyRequest): RouteHead => {
    const known = routeHeads.get(request);
    if (known) return known;
    const head = readRouteHead(request, callerAddress);
    routeHeads.set(request, head);
    return head;
  };
  for (const route of runtime.routes) {
    const recordTime = async (_: FastifyRequest, reply: FastifyReply) =>
      runtime.meter.webhook(route.path, reply.statusCode, reply.elapsedTime);
    app.route({
      method: route.method,
      url: route.path,
      bodyLimit: route.bodyLimit ?? BODY_LIMIT,
      exposeHeadRoute: false,
      onRequest: async (request, reply) => {
        const answer = await route.admit?.(routeHeadOf(request));
        if (answer && !request.raw.complete) reply.header("connection", "close"); // no code reads the rest of the body
        return answer && sendResponse(answer, reply, streams);
      },
      handler: (request, reply) =>
        runtime.trace(`${route.method} ${route.path}`, { "http.route": route.path }, () =>
          handleRequest(route, request, reply, streams, routeHeadOf(request)),
        ),
      ...(runtime.config.metricsToken ? { onResponse: recordTime } : {}),
    });
  }
}

async function handleRequest(
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  streams: Set<Readable>,
  head: RouteHead,
): Promise<FastifyReply> {
  const body = Buffer.isBuffer(request.body) ? request.body : NO_BODY;
  return sendResponse(await route.handle({ ...head, body }), reply, streams);
}

function sendResponse({ status, headers = {}, body }: RouteResponse, reply: FastifyReply, streams: Set<Readable>) {
  reply.code(status).headers(headers);
  if (!isStream(body)) return reply.send(body ?? "");
  const stream = Readable.from(body);
  streams.add(stream);
  stream.once("close", () => streams.delete(stream));
  return reply.send(stream);
}

function readRouteHead(request: FastifyRequest, callerAddress: CallerAddress): RouteHead {
  const query = request.query as Record<string, unknown>;
  if (!Object.values(query).every((value) => typeof value === "string")) {
    throw new AppError("BAD_REQUEST", "a parameter is given twice");
  }
  return {
    params: request.params as Record<string, string>,
    query: query as Record<string, string>,
    headers: request.headers as Record<string, string | undefined>,
    ip: callerAddress(request),
  };
}

const isStream = (body: unknown): body is AsyncIterable<string> =>
  typeof body === "object" && body !== null && Symbol.asyncIterator in body;
