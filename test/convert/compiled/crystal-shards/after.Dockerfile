FROM crystallang/crystal:1.14.0 AS build
WORKDIR /app
COPY shard.yml shard.lock ./
RUN shards install --production
COPY . .
RUN shards build --production --release
RUN mkdir /tmp/runtime-libraries && ldd /app/bin/shelf \
    | awk '/=> \// && $3 !~ /\/lib(c|m|dl|rt|pthread|util|resolv)\.so/ { print $3 }' \
    | xargs -r cp -Lt /tmp/runtime-libraries

FROM gcr.io/distroless/cc-debian13:nonroot
ENV LD_LIBRARY_PATH=/usr/local/lib/runtime
WORKDIR /app
COPY --from=build /app/bin/shelf /app/bin/shelf
COPY --from=build /tmp/runtime-libraries /usr/local/lib/runtime
COPY --from=build /app/public /app/public
EXPOSE 3000
CMD ["/app/bin/shelf"]
