import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openHttpPool } from "../../../src/channels/http-pool.ts";
import { fetchFile } from "../../../src/channels/telegram/fetch-file.ts";
import { Settings } from "../../../src/channels/telegram/schema.ts";
import { openApi } from "../../../src/channels/telegram/send.ts";
import { startScriptedServer } from "../../support/scripted-server.ts";

const TOKEN = "1000:stand-in";
let server: Awaited<ReturnType<typeof startScriptedServer>>;
let pool: ReturnType<typeof openHttpPool>;
let folder: string;
beforeAll(async () => {
  server = await startScriptedServer();
  pool = openHttpPool(server.url);
  folder = mkdtempSync(join(tmpdir(), "sapa-bot-api-"));
});
afterAll(async () => {
  await pool.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

const settings = () =>
  Settings.parse({
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_WEBHOOK_SECRET: "stand-in-secret-1",
    TELEGRAM_API_ROOT: server.url,
  });
const found = (path: string) => ({ status: 200, body: { ok: true, result: { file_id: "F", file_path: path } } });
const fetched = (most = 100) => fetchFile(openApi(TOKEN, pool), pool, settings(), "F", most);

it("a file is read from the disk that the Bot API server shares with us", async () => {
  const path = join(folder, "file_0.jpg");
  writeFileSync(path, "bytes");
  server.answerWith([found(path)]);
  expect(String(await fetched())).toBe("bytes");
  await expect(fetched(2)).rejects.toMatchObject({ code: "TOO_LARGE" });
});

it("a file is fetched from that server's web server if the disk is not shared", async () => {
  server.answerWith([found(`/var/lib/telegram-bot-api/${TOKEN}/photos/file 1.jpg`), { status: 200, body: "bytes" }]);
  expect(String(await fetched())).toBe("bytes");
  expect(server.seen.at(-1)?.path).toBe(`/file/bot${TOKEN}/photos/file%201.jpg`);
});

it.each([
  { description: "Bad Request: wrong file_id or the file is temporarily unavailable", becomes: "CHANNEL_BUSY" },
  { description: "Bad Request: invalid file_id", becomes: "NOT_FOUND" },
  { description: "Bad Request: file is too big", becomes: "TOO_LARGE" },
])("$description: $becomes", async ({ description, becomes }) => {
  server.answerWith([{ status: 400, body: { ok: false, error_code: 400, description } }]);
  await expect(fetched()).rejects.toMatchObject({ code: becomes });
});
