export const CHROMIUM = "/usr/bin/chromium";
/** In a container, Chromium runs as root only with these arguments. */
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

export const PHONE = { viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true };
