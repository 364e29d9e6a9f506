import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const read = (path: string): string => readFileSync(path, "utf8");

/** Each function tells whether the proxy lets a path in from outside. */
const proxies: Record<string, (text: string) => (path: string) => boolean> = {
  "deploy/Caddyfile": caddy,
  "deploy/Caddyfile.server": caddy,
  "deploy/nginx.conf": (text) => {
    const pattern = new RegExp(/location ~ (\S+) \{/.exec(text)?.[1] ?? "$^");
    return (path) => pattern.test(path);
  },
};

function caddy(text: string): (path: string) => boolean {
  const prefixes = /@outside path (.+)/.exec(text)?.[1]?.split(" ") ?? [];
  return (path) => prefixes.some((one) => (one.endsWith("*") ? path.startsWith(one.slice(0, -1)) : path === one));
}

describe.each(Object.entries(proxies))("%s", (file, reader) => {
  const text = read(file);

  it.each([
    "/",
    "/webhooks/telegram/lamongan",
    "/webhooks/whatsapp",
    "/n/token",
    "/chat/lamongan",
    "/webchat/app.js",
    "/webchat/lamongan/events",
    "/api/tickets",
    "/health/live",
  ])("lets in paths of citizens, platforms and officers: %s", (path) => expect(reader(text)(path)).toBe(true));

  it.each(["/metrics", "/queues", "/health/ready", "/health/doctor", "/health/live/x", "/.env", "/chatter"])(
    "keeps out paths of operators and unknown paths: %s",
    (path) => expect(reader(text)(path)).toBe(false),
  );

  it("accepts bodies as large as a webhook's, and streams the chat", () => {
    expect(text).toMatch(/max_size 5MB|client_max_body_size 5m;/);
    expect(text).toMatch(/flush_interval -1|proxy_buffering off;/);
  });
});

it("nginx passes on the caller's address and the called host", () => {
  const text = read("deploy/nginx.conf");
  expect(text).toContain("proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;");
  expect(text).toContain("proxy_set_header Host $host;");
});

it("no proxy logs links and addresses of citizens", () => {
  const text = read("deploy/nginx.conf");
  expect(text.match(/server \{/g)).toHaveLength(2);
  expect(text.match(/access_log off;/g)).toHaveLength(2);
  expect(read("deploy/Caddyfile") + read("deploy/Caddyfile.server")).not.toMatch(/^\s*log\b/m);
});

it("no proxy compresses an answer with a citizen's words and private data", () => {
  for (const file of ["deploy/Caddyfile", "deploy/Caddyfile.server"]) {
    expect(read(file).match(/^\s*encode .*/gm)).toEqual(["\tencode @compressed gzip"]);
    expect(read(file)).toContain("@compressed path /api/*\n");
  }
  expect(read("deploy/nginx.conf")).toMatch(/^\tgzip off;/m);
});
