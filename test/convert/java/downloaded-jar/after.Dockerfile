FROM openjdk:17-jdk-slim AS build
WORKDIR /game
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
RUN curl -fsSLo server.jar https://example.com/server.jar
RUN mkdir -p /runtime/game

FROM gcr.io/distroless/java17-debian13:nonroot
COPY --from=build --chown=65532:65532 /runtime/game /game
WORKDIR /game
COPY --from=build /game/server.jar /game/server.jar
EXPOSE 25565
ENTRYPOINT ["/usr/bin/java", "-Xmx1G", "-jar", "server.jar", "nogui"]
