FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /app
ADD https://example.com/agents/opentelemetry-javaagent.jar /opt/otel.jar
COPY . .
RUN mvn -B package

FROM gcr.io/distroless/java17-debian13:nonroot
ENV OTEL_SERVICE_NAME=orders
WORKDIR /app
COPY --from=build /app/target/orders-1.4.0.jar /app/target/orders-1.4.0.jar
COPY --from=build /opt/otel.jar /opt/otel.jar
ENTRYPOINT ["/usr/bin/java", "-javaagent:/opt/otel.jar", "-jar", "target/orders-1.4.0.jar"]
