import { afterAll, beforeAll, expect, it } from "vitest";
import { openHttpPool } from "../../../src/channels/http-pool.ts";
import { fetchMedia } from "../../../src/channels/whatsapp/media.ts";
import { startScriptedServer } from "../../support/scripted-server.ts";

let server: Awaited<ReturnType<typeof startScriptedServer>>;
let pool: ReturnType<typeof openHttpPool>;
beforeAll(async () => {
  server = await startScriptedServer();
  pool = openHttpPool(server.url);
});
afterAll(async () => {
  await pool.close();
  await server.close();
});

it.each([
  ...[1, 2, 4, 80007, 130429, 131000, 131016, 999999].map((code) => ({ status: 400, code, becomes: "CHANNEL_BUSY" })),
  ...[190, 10, 368, 131031].map((code) => ({ status: 400, code, becomes: "CHANNEL_STOPPED" })),
  { status: 404, code: 100, becomes: "NOT_FOUND" },
  { status: 400, code: 100, becomes: "NOT_FOUND" },
  { status: 500, code: 100, becomes: "CHANNEL_REJECTED" },
  { status: 404, code: undefined, becomes: "CHANNEL_BUSY" },
  { status: 502, code: undefined, becomes: "CHANNEL_BUSY" },
])("a file that is answered $status with $code: $becomes", async ({ status, code, becomes }) => {
  server.answerWith([{ status, body: code === undefined ? "<html>" : { error: { code, message: "x" } } }]);
  const fetched = fetchMedia(pool, server.url, "Bearer x", "123", 1_000);
  await expect(fetched).rejects.toMatchObject({ code: becomes });
});
