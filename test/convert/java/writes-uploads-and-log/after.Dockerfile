FROM maven:3-eclipse-temurin-17 AS build
WORKDIR /app
COPY . .
RUN mvn -q package
RUN mkdir -p /runtime/app/data /runtime/app/logs /runtime/app/uploads

FROM gcr.io/distroless/java17-debian13:nonroot
WORKDIR /app
COPY --from=build --chown=65532:65532 /runtime/app/data /app/data
COPY --from=build --chown=65532:65532 /runtime/app/logs /app/logs
COPY --from=build --chown=65532:65532 /runtime/app/uploads /app/uploads
COPY --from=build /app/target/orders-1.4.0.jar /app/target/orders-1.4.0.jar
CMD ["target/orders-1.4.0.jar"]
