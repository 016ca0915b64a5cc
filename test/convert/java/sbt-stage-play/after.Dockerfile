FROM sbtscala/scala-sbt:eclipse-temurin-17.0.15_6_1.11.3_2.13.16 AS build
WORKDIR /shop
COPY . .
RUN sbt clean stage

FROM eclipse-temurin:17-jre
RUN useradd --no-log-init --uid 65532 --create-home nonroot
WORKDIR /shop
COPY --from=build --chown=65532:65532 /shop/target/universal/stage /shop/target/universal/stage
USER 65532:65532
EXPOSE 9000
CMD ["target/universal/stage/bin/shop", "-Dhttp.port=9000"]
