FROM ubuntu:24.04 AS build
RUN apt-get update && apt-get install -y g++ make locales && locale-gen en_US.UTF-8
ENV LANG=en_US.UTF-8
WORKDIR /app
COPY . .
RUN g++ -O2 -o hello main.cpp

FROM ubuntu:24.04
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates locales \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --no-log-init --uid 65532 --create-home nonroot
ENV LANG=en_US.UTF-8
WORKDIR /app
COPY --from=build /app/hello /app/hello
COPY --from=build /usr/lib/locale /usr/lib/locale
USER 65532:65532
CMD ["./hello"]
