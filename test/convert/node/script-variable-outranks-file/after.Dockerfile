FROM gcr.io/distroless/nodejs22-debian13:nonroot
WORKDIR /app
COPY --chown=65532:65532 package.json index.js ./
ENV NODE_ENV=development
EXPOSE 3000
ENV NODE_ENV=production
CMD ["index.js"]
