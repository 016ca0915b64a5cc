FROM eclipse-temurin:17-jdk-alpine AS build
RUN apk add --no-cache fontconfig ttf-dejavu bash curl
WORKDIR /app
COPY . .
RUN ./mvnw -q package

FROM gcr.io/distroless/java17-debian13:nonroot
WORKDIR /app
COPY --from=build /app/target/orders-1.4.0.jar /app/target/orders-1.4.0.jar
ENTRYPOINT ["/usr/bin/java", "-Djava.awt.headless=true", "-jar", "target/orders-1.4.0.jar"]
