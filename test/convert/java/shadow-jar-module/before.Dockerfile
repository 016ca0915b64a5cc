FROM gradle:8.7.0-jdk21
USER root
WORKDIR /bench
COPY build.gradle.kts settings.gradle.kts ./
COPY app app
RUN gradle --quiet --no-daemon app:shadowJar
EXPOSE 9000
CMD ["java", "-server", "-XX:+UseNUMA", "--enable-preview", "-jar", "app/build/libs/bench-all.jar", "Jdbc"]
