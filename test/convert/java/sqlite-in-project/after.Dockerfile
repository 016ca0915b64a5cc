FROM maven:3-eclipse-temurin-17 AS build
WORKDIR /app
COPY . .
RUN mvn -q package
RUN mkdir -p /runtime/app

FROM gcr.io/distroless/java17-debian13:nonroot
COPY --from=build --chown=65532:65532 /runtime/app /app
WORKDIR /app
COPY --from=build --chown=65532:65532 /app/shop.db /app/shop.db
COPY --from=build /app/target/tool-1.0.jar /app/target/tool-1.0.jar
CMD ["target/tool-1.0.jar"]
