import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { expect, it } from "vitest";
import { loadConfig } from "../../src/config.ts";
import { callOwnService } from "../../src/doctor/call-own-service.ts";
import { fault, type Scene } from "../../src/doctor/check.ts";
import { failureFinding } from "../../src/doctor/checks/public-url.ts";
import { KEY_SETTINGS, testVault } from "../support/keys.ts";

const here = {
  vault: testVault(),
  isService: false,
  config: loadConfig({ ...KEY_SETTINGS, DISTRICTS: "lamongan", PUBLIC_URL: "https://bansos.example" }, {}),
} as unknown as Scene;

it.each([
  ["ENOTFOUND", "fault", /no name server knows the host of PUBLIC_URL, bansos\.example/],
  ["EAI_AGAIN", "unknown", /no way out from here/],
  ["ENETUNREACH", "unknown", /no way out from here/],
  ["ETIMEDOUT", "unknown", /did not answer from here/],
  ["ECONNREFUSED", "fault", /nothing listens at bansos\.example/],
  ["CERT_HAS_EXPIRED", "fault", /certificate of bansos\.example has expired/],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "fault", /is another host's/],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "fault", /not one that phones accept/],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "fault", /not one that phones accept/],
  ["ECONNRESET", "fault", /breaks the call off \(ECONNRESET\)/],
])("the error %s gives a %s with its cause", (code, verdict, says) => {
  expect(failureFinding(code, "bansos.example", fault)).toMatchObject({ verdict, says: expect.stringMatching(says) });
});

it("a closed port and a port without HTTP give different answers", async () => {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  expect(await callOwnService(here, `http://127.0.0.1:${port}`)).toMatchObject({
    failed: expect.not.stringContaining("REFUSED"),
  });
  await new Promise((resolve) => server.close(resolve));
  expect(await callOwnService(here, `http://127.0.0.1:${port}`)).toEqual({ failed: "ECONNREFUSED" });
});
