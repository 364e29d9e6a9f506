import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";

export type Span = {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: { key: string; value: Record<string, unknown> }[];
};

type Sent = {
  resource: { attributes: { key: string; value: { stringValue: string } }[] };
  scopeSpans: { spans: Span[] }[];
};

/** Starts an OpenTelemetry collector (OTLP as JSON) that keeps every span. */
export async function startCollector() {
  const spans: Span[] = [];
  const resources: Record<string, string>[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    const text = (request.headers["content-encoding"] === "gzip" ? gunzipSync(bytes) : bytes).toString();
    const body = JSON.parse(text) as { resourceSpans: Sent[] };
    for (const { resource } of body.resourceSpans)
      resources.push(Object.fromEntries(resource.attributes.map(({ key, value }) => [key, value.stringValue])));
    spans.push(...body.resourceSpans.flatMap((one) => one.scopeSpans.flatMap((scope) => scope.spans)));
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    resources,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
