import { randomBytes, randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressBehind } from "../../src/http/caller-address.ts";
import { readNetworks } from "../../src/trusted-proxies.ts";
import { startService } from "../support/runtime.ts";

const networks = (text: string) => {
  const read = readNetworks(text);
  if (!read) throw new Error(`not networks: ${text}`);
  return read;
};

describe("the address of a caller", () => {
  const CHAIN = "10.0.0.0/8, 192.0.2.7, 2001:db8:1::/48";
  it.each([
    ["no header", "loopback", "127.0.0.1", undefined, "127.0.0.1"],
    ["a proxy on this machine", "loopback", "127.0.0.1", "203.0.113.5", "203.0.113.5"],
    ["a proxy on this machine over IPv6", "loopback", "::1", "203.0.113.5", "203.0.113.5"],
    ["a proxy on this machine, IPv4 in IPv6", "loopback", "::ffff:127.0.0.1", "203.0.113.5", "203.0.113.5"],
    ["a private peer that nobody named", "loopback", "10.1.2.3", "203.0.113.5", "10.1.2.3"],
    ["a stranger", "loopback", "198.51.100.9", "203.0.113.5", "198.51.100.9"],
    ["a chain of two, both named", CHAIN, "10.0.0.2", "203.0.113.5, 192.0.2.7", "203.0.113.5"],
    ["a chain of three", CHAIN, "10.0.0.2", "203.0.113.5, 2001:db8:1::9, 192.0.2.7", "203.0.113.5"],
    ["a chain with one that nobody named", CHAIN, "10.0.0.2", "203.0.113.5, 192.0.2.8", "192.0.2.8"],
    [
      "what the caller itself has written before it",
      CHAIN,
      "10.0.0.2",
      "1.1.1.1, 203.0.113.5, 192.0.2.7",
      "203.0.113.5",
    ],
    ["a caller that says it is a proxy of ours", CHAIN, "10.0.0.2", "10.0.0.9, 203.0.113.5", "203.0.113.5"],
    ["nothing but our own proxies", CHAIN, "10.0.0.2", "10.0.0.9", "10.0.0.9"],
    ["a port behind the address", CHAIN, "10.0.0.2", "203.0.113.5:61234", "203.0.113.5"],
    ["IPv6 in brackets with a port", CHAIN, "10.0.0.2", "[2001:db8:9::1]:443", "2001:db8:9::1"],
    ["no address", CHAIN, "10.0.0.2", "203.0.113.5, unknown", "10.0.0.2"],
    ["an empty header", CHAIN, "10.0.0.2", "", "10.0.0.2"],
    ["nobody is trusted", "192.0.2.1", "127.0.0.1", "203.0.113.5", "127.0.0.1"],
  ])("%s", (_, trusted, peer, forwarded, expected) => {
    expect(addressBehind(peer, forwarded, networks(trusted))).toBe(expected);
  });

  it("is never an address to the left of an unknown proxy", () => {
    const address = fc.ipV4().filter((one) => !one.startsWith("10."));
    fc.assert(
      fc.property(fc.string(), address, (written, stranger) => {
        expect(addressBehind("10.0.0.2", `${written.replaceAll(",", "")}, ${stranger}`, networks("10.0.0.0/8"))).toBe(
          stranger,
        );
      }),
    );
  });

  it.each(["10.0.0.0/33", "10.0.0/8", "proxy", "10.0.0.1/8/9", "::1/129", "1.2.3.4/x"])("%s is no network", (text) => {
    expect(readNetworks(text)).toBeUndefined();
  });
});

describe("citizens behind a proxy", () => {
  const say = (url: string, from: string) =>
    fetch(`${url}/webchat/lamongan/messages`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-forwarded-for": from,
        cookie: `sapa_chat=${randomBytes(32).toString("base64url")}`,
      },
      body: JSON.stringify({ id: randomUUID(), text: "p" }),
    });

  it.each([
    ["that is trusted count each for themselves, and nothing is said", "loopback", false, 0],
    ["that nobody named count as one, and the log says so once", "10.9.9.9", true, 1],
  ])("%s", async (_, trusted, isOne, warnings) => {
    const service = await startService({ TRUSTED_PROXIES: trusted }, { sample: false });
    try {
      const statuses = new Set<number>();
      // One address may not bring 320 new browsers in an hour.
      for (let caller = 0; caller < 320; caller += 40) {
        const batch = Array.from({ length: 40 }, (_, place) =>
          say(service.url, `203.0.${(caller + place) % 250}.${1 + Math.floor((caller + place) / 250)}`),
        );
        for (const { status } of await Promise.all(batch)) statuses.add(status);
      }
      expect(statuses.has(429)).toBe(isOne);
      const told = service.lines.filter(({ message }) => message.includes("no trusted proxy"));
      expect(told).toHaveLength(warnings);
      expect(JSON.stringify(told)).not.toContain("203.0.");
    } finally {
      await service.close();
    }
  });
});
