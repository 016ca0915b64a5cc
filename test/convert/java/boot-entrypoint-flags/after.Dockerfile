FROM maven:3.9-eclipse-temurin-21 AS build
WORKDIR /app
COPY . .
RUN mvn clean package -Dmaven.test.skip=true

FROM gcr.io/distroless/java21-debian13:nonroot
ENV SPRING_PROFILES_ACTIVE=prod
WORKDIR /app
COPY --from=build /app/target/orders-1.4.0.jar /app/target/orders-1.4.0.jar
EXPOSE 8080
ENTRYPOINT ["/usr/bin/java", "-Xmx512m", "-XX:+UseG1GC", "-jar", "/app/target/orders-1.4.0.jar", "--server.port=8080"]
