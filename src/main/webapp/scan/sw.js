/* Keeps the shell of one build whole: all of it is fetched before the build before is let go. Data never pass through here. */

const CACHE = "scan-VERSION";
const FILES = /* FILES */ [];

addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(CACHE).then((cache) => cache.addAll(FILES.map((file) => new Request(file, { cache: "reload" })))),
  );
});

addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(names.filter((name) => name.startsWith("scan-") && name !== CACHE).map((name) => caches.delete(name))),
      )
      .then(() => clients.claim()),
  );
});

addEventListener("message", (event) => {
  if (event.data === "take-over") {
    skipWaiting();
  }
});

addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  const path = address.pathname.replace(/^\/scan\/?$/, "/scan");
  if (event.request.method === "GET" && address.origin === location.origin && FILES.includes(path)) {
    event.respondWith(
      caches.open(CACHE).then((cache) => cache.match(path)).then((kept) => kept ?? fetch(event.request)),
    );
  }
});
