# syntax=docker/dockerfile:1
# Build and run the orders service.
FROM maven:3.9-eclipse-temurin-17
LABEL org.opencontainers.image.title="orders"

WORKDIR /app
# The descriptor first: dependencies change less often.
COPY pom.xml ./
RUN mvn -B dependency:go-offline
COPY src/ src/
RUN mvn -B -o package

# Started with a bounded heap.
EXPOSE 8080
STOPSIGNAL SIGTERM
CMD ["java", "-Xmx256m", "-jar", "target/orders-1.4.0.jar"]
