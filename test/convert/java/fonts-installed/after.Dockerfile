FROM eclipse-temurin:17-jdk-alpine AS build
RUN apk add --no-cache fontconfig ttf-dejavu bash curl
WORKDIR /app
COPY . .
RUN ./mvnw -q package

FROM eclipse-temurin:17-jre-alpine
RUN apk add --no-cache fontconfig ttf-dejavu
RUN adduser -D -u 65532 nonroot
WORKDIR /app
COPY --from=build /app/target/orders-1.4.0.jar /app/target/orders-1.4.0.jar
USER 65532:65532
CMD ["java", "-Djava.awt.headless=true", "-jar", "target/orders-1.4.0.jar"]
