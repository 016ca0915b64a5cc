FROM openjdk:17-jdk-slim
WORKDIR /game
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
RUN curl -fsSLo server.jar https://example.com/server.jar
EXPOSE 25565
CMD ["java", "-Xmx1G", "-jar", "server.jar", "nogui"]
