FROM maven:3-eclipse-temurin-17 AS build
WORKDIR /app
COPY . .
RUN mvn -q package

FROM gcr.io/distroless/java17-debian13:nonroot
WORKDIR /app
COPY --from=build /app/target/tool-1.0.jar /app/target/tool-1.0.jar
COPY --from=build /app/conf/logging.properties /app/conf/logging.properties
COPY --from=build /app/public/index.html /app/public/index.html
EXPOSE 8080
ENTRYPOINT ["/usr/bin/java", "-Dlog.config=conf/logging.properties", "-jar", "target/tool-1.0.jar"]
