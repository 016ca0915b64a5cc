FROM sbtscala/scala-sbt:eclipse-temurin-17.0.15_6_1.11.3_2.13.16
WORKDIR /shop
COPY . .
RUN sbt clean stage
EXPOSE 9000
CMD ["target/universal/stage/bin/shop", "-Dhttp.port=9000"]
