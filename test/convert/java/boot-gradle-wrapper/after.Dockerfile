FROM eclipse-temurin:21-jdk-jammy AS build
WORKDIR /srv/ledger
COPY gradlew settings.gradle build.gradle ./
COPY gradle gradle
COPY src src
RUN ./gradlew bootJar --no-daemon

FROM gcr.io/distroless/java21-debian13:nonroot
WORKDIR /srv/ledger
COPY --from=build /srv/ledger/build/libs/ledger-0.2.0.jar /srv/ledger/build/libs/ledger-0.2.0.jar
EXPOSE 8080
ENTRYPOINT ["/usr/bin/java", "-jar", "build/libs/ledger-0.2.0.jar"]
