// Keeps the shell, so that the app opens without a network. It never sees an answer of the service.
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

// Both are filled in by the server: a changed shell is a changed worker, and so reaches every phone.
const CACHE = "schil /a/{hash}/";
const SCHIL = /** @type {string[]} */ (/*precache*/[]);

worker.addEventListener("install", (event) => {
  event.waitUntil(vul());
  if ("addRoutes" in event) {
    // Requests to the service go straight to the network, without waking the worker.
    /** @type {any} */ (event).addRoutes({
      condition: { urlPattern: new URLPattern({ pathname: "/v1/*" }) },
      source: "network",
    });
  }
});

async function vul() {
  const cache = await caches.open(CACHE);
  // Files under a hash may come from the browser's own cache; the page itself may not.
  await cache.addAll(SCHIL.map((url) => new Request(url, { cache: url === "/" ? "reload" : "default" })));
  // Every module is loaded at the start, so a page that runs needs nothing of the old shell any more.
  await worker.skipWaiting();
}

worker.addEventListener("activate", (event) => event.waitUntil(ruimOp()));

// Only here, after the new shell is complete, is an old one let go.
async function ruimOp() {
  const namen = await caches.keys();
  await Promise.all(namen.filter((naam) => naam !== CACHE).map((naam) => caches.delete(naam)));
  await worker.clients.claim();
}

worker.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== worker.location.origin || !SCHIL.includes(pathname)) return;
  event.respondWith(geef(event.request));
});

/** @param {Request} request */
async function geef(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(request, { ignoreSearch: true })) ?? fetch(request);
}
