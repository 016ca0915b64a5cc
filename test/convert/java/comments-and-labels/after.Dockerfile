# syntax=docker/dockerfile:1
# Build and run the orders service.
FROM maven:3.9-eclipse-temurin-17 AS build

WORKDIR /app
# The descriptor first: dependencies change less often.
COPY pom.xml ./
RUN mvn -B dependency:go-offline
COPY src/ src/
RUN mvn -B -o package

FROM gcr.io/distroless/java17-debian13:nonroot
WORKDIR /app
COPY --from=build /app/target/orders-1.4.0.jar /app/target/orders-1.4.0.jar
LABEL org.opencontainers.image.title="orders"
# Started with a bounded heap.
EXPOSE 8080
STOPSIGNAL SIGTERM
ENTRYPOINT ["/usr/bin/java", "-Xmx256m", "-jar", "target/orders-1.4.0.jar"]
