FROM ubuntu:24.04 AS build
RUN apt-get update && apt-get install -y curl
RUN mkdir -p /opt/tool && curl -fsSL https://downloads.example.com/tool.tar.gz | tar -xz -C /opt/tool
WORKDIR /opt/tool

FROM ubuntu:24.04
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /opt/tool
COPY --from=build /opt/tool /opt/tool
CMD ["./bin/tool", "serve"]
