import { randomUUID } from "node:crypto";
import type { HistoryEntry } from "../../../src/vocabulary/message.ts";

type Heard = { event: string; id: string | undefined; entries: HistoryEntry[] };

export type Browser = {
  cookie: string;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  say(text: string, id?: string): Promise<Response>;
  follow(headers?: Record<string, string>, query?: string): Promise<Stream>;
};
export type Stream = {
  heard: Heard[];
  status: number;
  headers: Headers;
  until(done: () => boolean): Promise<void>;
  close(): void;
};

export async function openBrowser(url: string, ip?: string): Promise<Browser> {
  const own: Record<string, string> = ip ? { "x-test-ip": ip } : {};
  const headersOf = (more: Record<string, string>) => ({ cookie: browser.cookie, ...own, ...more });
  const browser: Browser = {
    cookie: "",
    get: (path, headers = {}) => fetch(`${url}${path}`, { headers: headersOf(headers) }),
    post: (path, body, headers = {}) =>
      fetch(`${url}${path}`, {
        method: "POST",
        headers: headersOf({ "content-type": "application/json", origin: url, ...headers }),
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
    say: (text, id = randomUUID()) => browser.post("/webchat/lamongan/messages", { id, text }),
    follow: (headers = {}, query = "") => openStream(`${url}/webchat/lamongan/events${query}`, headersOf(headers)),
  };
  const page = await browser.get("/chat/lamongan");
  browser.cookie = page.headers.get("set-cookie")?.split(";")[0] ?? "";
  return browser;
}

async function openStream(url: string, headers: Record<string, string>): Promise<Stream> {
  const aborter = new AbortController();
  const response = await fetch(url, { headers, signal: aborter.signal });
  const heard: Heard[] = [];
  let changed = () => {};
  let ended = false;
  const read = async () => {
    let rest = "";
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      rest += chunk;
      const events = rest.split("\n\n");
      rest = events.pop() ?? "";
      heard.push(...events.map(eventOf));
      changed();
    }
  };
  void read()
    .catch(() => undefined)
    .finally(() => {
      ended = true;
      changed();
    });
  return {
    heard,
    status: response.status,
    headers: response.headers,
    async until(done) {
      while (!done()) {
        if (ended) throw new Error("the stream has ended");
        await new Promise<void>((resolve) => (changed = resolve));
      }
    },
    close: () => aborter.abort(),
  };
}

function eventOf(text: string): Heard {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(text)?.[1];
  const event = field("event") ?? "message";
  return { event, id: field("id"), entries: event === "entries" ? JSON.parse(field("data") ?? "[]") : [] };
}

export const textsOf = ({ heard }: Pick<Stream, "heard">): string[] =>
  heard.flatMap(({ entries }) => entries.map(({ text }) => text));
