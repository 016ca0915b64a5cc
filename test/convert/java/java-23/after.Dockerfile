FROM eclipse-temurin:23-jdk AS build
WORKDIR /app
COPY . .
RUN ./mvnw package

FROM eclipse-temurin:23-jre
RUN useradd --no-log-init --uid 65532 --create-home nonroot
WORKDIR /app
COPY --from=build /app/target/orders-1.4.0.jar /app/target/orders-1.4.0.jar
USER 65532:65532
CMD ["java", "-jar", "target/orders-1.4.0.jar"]
