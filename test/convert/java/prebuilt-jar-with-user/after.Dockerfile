FROM eclipse-temurin:21-jdk-alpine AS build
RUN addgroup -S spring && adduser -S spring -G spring
WORKDIR /app

FROM gcr.io/distroless/java21-debian13:nonroot
WORKDIR /app
COPY build/libs/ledger-0.2.0.jar /app/app.jar
ENTRYPOINT ["/usr/bin/java", "-jar", "app.jar"]
