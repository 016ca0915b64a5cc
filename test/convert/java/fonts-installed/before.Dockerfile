FROM eclipse-temurin:17-jdk-alpine
RUN apk add --no-cache fontconfig ttf-dejavu bash curl
WORKDIR /app
COPY . .
RUN ./mvnw -q package
CMD ["java", "-Djava.awt.headless=true", "-jar", "target/orders-1.4.0.jar"]
