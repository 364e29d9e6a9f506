import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

type Passed = { body: string; status: number };

export async function startRecorder(target: () => string) {
  const passed: Passed[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString("utf8");
    const { host: _, connection: __, "content-length": ___, ...headers } = request.headers;
    const answer = await fetch(`${target()}${request.url}`, {
      method: "POST",
      headers: headers as Record<string, string>,
      body,
    });
    passed.push({ body, status: answer.status });
    response.writeHead(answer.status).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    passed,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
