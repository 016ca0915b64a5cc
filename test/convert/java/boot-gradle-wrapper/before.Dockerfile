FROM eclipse-temurin:21-jdk-jammy
WORKDIR /srv/ledger
COPY gradlew settings.gradle build.gradle ./
COPY gradle gradle
COPY src src
RUN ./gradlew bootJar --no-daemon
EXPOSE 8080
ENTRYPOINT ["java", "-jar", "build/libs/ledger-0.2.0.jar"]
