# Two images from one file, both without a build step: Node 24 runs the sources as they stand.
#   docker compose build                            the service, its workers and its commands
#   docker compose --profile whatsapp-web build     the gateway of WhatsApp Web, with its browser
# `npm run check:containers` reads this file and tries what it says without a daemon.
ARG NODE_IMAGE=node:24.21.0-bookworm-slim

FROM ${NODE_IMAGE} AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Without the optional ones: photos are drawn by sharp's WebAssembly, and whatsapp-web.js is the other image's.
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

FROM ${NODE_IMAGE} AS whatsapp-web-dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# No script runs, so nothing fetches a browser: Debian's is installed below.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM ${NODE_IMAGE} AS base
ENV NODE_ENV=production DATA_DIR=/data HOST=0.0.0.0
WORKDIR /app
COPY package.json LICENSE ./
COPY src ./src
COPY workers ./workers
COPY locales ./locales
COPY districts ./districts
COPY --chmod=755 deploy/containers/sapa /usr/local/bin/sapa
# A volume that is made anew takes its owner from here.
RUN mkdir -m 700 /data /audit && chown 1000:1000 /data /audit

FROM base AS whatsapp-web
RUN apt-get update && apt-get install -y --no-install-recommends chromium && rm -rf /var/lib/apt/lists/*
COPY --from=whatsapp-web-dependencies /app/node_modules ./node_modules
# Chromium keeps what is not the session's in its user's folder.
ENV HOME=/tmp
USER 1000:1000
VOLUME /data
EXPOSE 3100
HEALTHCHECK --interval=10s --timeout=4s --start-period=30s \
  CMD ["node", "-e", "fetch('http://whatsapp-web:3100/health/live').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "workers/whatsapp-web.ts"]

FROM base AS service
COPY --from=dependencies /app/node_modules ./node_modules
USER 1000:1000
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=4s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.WORKER_PORT || process.env.PORT || 3000}/health/live`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--min-semi-space-size=16", "--max-semi-space-size=32", "--heap-growing-percent=100", "src/main.ts"]
