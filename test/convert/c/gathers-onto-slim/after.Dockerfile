FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y g++ cmake git
RUN git clone https://example.com/pool.git /pool && cmake -S /pool -B /pool/build && cmake --build /pool/build && cmake --install /pool/build && ldconfig
WORKDIR /app
COPY . .
RUN g++ main.cpp -o bench -lpool
RUN ! ldd /app/bench | grep 'not found' \
    && mkdir -p /shared-libraries \
    && ldd /app/bench \
    | awk '$2 == "=>" && $3 ~ "^/" && $3 !~ "/(ld-linux|ld64|lib(c|m|mvec|dl|rt|pthread|util|resolv|anl|nsl|thread_db|BrokenLocale|nss_[a-z]+)[.]so)" { print $3 }' \
    | sort -u | xargs -r cp -Lt /shared-libraries

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates git \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --no-log-init --uid 65532 --create-home nonroot
COPY --from=build /shared-libraries /usr/local/lib
ENV LD_LIBRARY_PATH=/usr/local/lib
WORKDIR /app
COPY --from=build /app/bench /app/bench
USER 65532:65532
CMD ./bench 8080 $(nproc)
