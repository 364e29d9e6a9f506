const ARGUMENTS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Chromium runs no sandbox as root. */
export const browserArguments = (user = process.getuid?.()): string[] =>
  user === 0 ? ["--no-sandbox", ...ARGUMENTS] : [...ARGUMENTS];

/** The browser's message may contain paths of its user. */
export function reasonNotStarted(error: unknown): string {
  const said = error instanceof Error ? error.message : "";
  if (/no usable sandbox|sandbox.*(not permitted|failed)|Failed to move to new namespace/i.test(said))
    return "the browser may make no sandbox here: docs/containers.md says what it needs";
  if (/Browser was not found|ENOENT/.test(said)) return "no browser at WHATSAPP_WEB_BROWSER";
  return "did not start";
}
