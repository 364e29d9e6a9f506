/* Shows a chat's page without a connection: keeps the page and its files, but no message. */
const CACHE = "sapa-VERSION";
const FILES = ["ASSETS"];

self.addEventListener("install", (event) => event.waitUntil(keepAll().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(forgetOlder()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.mode === "navigate") event.respondWith(newest(request));
  else if (/\/webchat\/[\w.]+\?v=/.test(request.url)) event.respondWith(keptOrNew(request));
});

async function keepAll() {
  const cache = await caches.open(CACHE);
  await cache.addAll(FILES.concat(self.registration.scope)); // the scope is the page itself
}

async function forgetOlder() {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.indexOf("sapa-") === 0 && name !== CACHE).map((name) => caches.delete(name)),
  );
}

async function newest(request) {
  const cache = await caches.open(CACHE);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(request, answer.clone());
    return answer;
  } catch (error) {
    const page = await cache.match(request, { ignoreSearch: true, ignoreVary: true });
    if (page) return page;
    throw error;
  }
}

async function keptOrNew(request) {
  const file = await caches.match(request, { ignoreVary: true });
  return file || fetch(request);
}
