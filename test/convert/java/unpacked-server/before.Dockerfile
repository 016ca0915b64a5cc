FROM eclipse-temurin:17
WORKDIR /opt/server
RUN curl -fsSL https://example.com/server-4.0.tar.gz | tar xz --strip-components=1
CMD ["java", "-jar", "lib/server.jar"]
