FROM ubuntu:24.04
RUN apt-get update && apt-get install -y curl
RUN mkdir -p /opt/tool && curl -fsSL https://downloads.example.com/tool.tar.gz | tar -xz -C /opt/tool
WORKDIR /opt/tool
CMD ["./bin/tool", "serve"]
