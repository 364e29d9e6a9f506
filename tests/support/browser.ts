/** Debian's Chromium, and the arguments that start it as root in a container. */
export const CHROMIUM = "/usr/bin/chromium";
export const BROWSER_ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A cheap phone's screen. */
export const PHONE = { viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true };
