import type { FastifyInstance } from "fastify";
import { REACHED, reachedProof, type Way } from "../../messaging/reach-proof.ts";
import type { Runtime } from "../../runtime.ts";
import { isWithin, readNetworks } from "../../trusted-proxies.ts";

/** Proves to a client with the same keys that a URL leads to this service. */
export async function registerReached(app: FastifyInstance, { runtime }: { runtime: Runtime }): Promise<void> {
  const { vault, config } = runtime;
  const trusted = readNetworks(config.trustedProxies);
  app.get<{ Params: { nonce: string } }>(`${REACHED}/:nonce`, async ({ params, headers, raw }, reply) => {
    if (!/^[\w-]{22}$/.test(params.nonce)) return reply.code(404).send({ code: "NOT_FOUND" });
    const isBelieved = trusted !== undefined && isWithin(trusted, raw.socket.remoteAddress ?? "");
    const way: Way = headers["x-forwarded-for"] === undefined ? "bare" : isBelieved ? "believed" : "stranger";
    const proof = reachedProof(vault, params.nonce, way);
    return reply.header("cache-control", "no-store").type("text/plain").send(proof);
  });
}
