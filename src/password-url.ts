import { isFileStore, storeName } from "./store/schemes.ts";

/** `encodeURIComponent` does not encode these characters, but some readers of URLs expect them encoded. */
const NOT_ENCODED = /[!'()*]/g;

const encode = (text: string): string =>
  encodeURIComponent(text).replace(NOT_ENCODED, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

function putPassword(
  url: string,
  password: string,
  { needsUser }: { needsUser: boolean },
): { url: string } | { wrong: string } {
  // The class URL does not accept several hosts, but a URL for MongoDB may have several.
  const [, scheme, user = "", rest] = /^([a-z][a-z+]*:\/\/)(?:([^/?#@]*)@)?([^@]*)$/i.exec(url) ?? [];
  if (scheme === undefined || rest === undefined) return { wrong: "cannot be put into that URL" };
  if (user.includes(":")) return { wrong: "that URL holds a password as well; keep one of the two" };
  if (needsUser && user === "") return { wrong: `that URL names no user (${scheme}USER@HOST/...)` };
  return { url: `${scheme}${user}:${encode(password)}@${rest}` };
}

type Urls = { [key in "STORE_URL" | "STORE_PASSWORD" | "REDIS_URL" | "REDIS_PASSWORD"]?: string | undefined };

export function putPasswords(settings: Urls, problems: string[]): void {
  for (const server of ["STORE", "REDIS"] as const) {
    const password = settings[`${server}_PASSWORD`];
    if (password === undefined) continue;
    const made = urlWithPassword(server, settings[`${server}_URL`], password);
    if ("url" in made) settings[`${server}_URL`] = made.url;
    else problems.push(`${server}_PASSWORD: ${made.wrong}`);
  }
}

function urlWithPassword(server: "STORE" | "REDIS", url: string | undefined, password: string) {
  if (url === undefined) return { wrong: `${server}_URL is missing` };
  if (server === "STORE" && isFileStore(url)) return { wrong: `a file of ${storeName(url)} has no password` };
  return putPassword(url, password, { needsUser: server === "STORE" });
}
