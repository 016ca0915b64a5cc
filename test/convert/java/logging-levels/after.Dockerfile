FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /app
COPY . .
RUN mvn package
RUN mkdir -p /runtime/app/records

FROM gcr.io/distroless/java17-debian13:nonroot
WORKDIR /app
COPY --from=build --chown=65532:65532 /runtime/app/records /app/records
COPY --from=build /app/target/orders-1.4.0.jar /app/target/orders-1.4.0.jar
CMD ["target/orders-1.4.0.jar"]
