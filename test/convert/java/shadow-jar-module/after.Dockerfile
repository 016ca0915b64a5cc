FROM gradle:8.7.0-jdk21 AS build
USER root
WORKDIR /bench
COPY build.gradle.kts settings.gradle.kts ./
COPY app app
RUN gradle --quiet --no-daemon app:shadowJar

FROM gcr.io/distroless/java21-debian13:nonroot
WORKDIR /bench
COPY --from=build /bench/app/build/libs/bench-all.jar /bench/app/build/libs/bench-all.jar
USER 0:0
EXPOSE 9000
ENTRYPOINT ["/usr/bin/java", "-server", "-XX:+UseNUMA", "--enable-preview", "-jar", "app/build/libs/bench-all.jar", "Jdbc"]
