# Build: everything, then only what runs.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY tsconfig.json ./
COPY src src
COPY locales locales
RUN npm run build && npm prune --omit=dev

# Run: no build tools, no root; data under /data.
FROM node:20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/data
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/locales locales
# Style sheets, scripts and pictures of the pages are served from here.
COPY --from=build /app/src/web/assets src/web/assets
COPY --from=build /app/src/console/help/pictures src/console/help/pictures
# What the sandbox shows when it is asked for: a picture of the news, a sample of a voice message.
COPY --from=build /app/src/sandbox/demonstration/pictures src/sandbox/demonstration/pictures
COPY --from=build /app/src/sandbox/phones/voice-sample.ogg src/sandbox/phones/voice-sample.ogg
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js"]
