FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /app
COPY . .
RUN mvn -B package

FROM gcr.io/distroless/java17-debian13:nonroot
WORKDIR /app
COPY --from=build /app/target/orders-1.4.0.jar /app/target/orders-1.4.0.jar
COPY --from=build /app/settings /app/settings
COPY --from=build /app/config /app/config
ENTRYPOINT ["/usr/bin/java", "-jar", "target/orders-1.4.0.jar", "--spring.config.location=file:./settings/"]
