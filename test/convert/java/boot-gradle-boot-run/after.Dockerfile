FROM gradle:8.10-jdk21 AS build
WORKDIR /home/gradle/ledger
COPY . .
RUN gradle --no-daemon bootJar

FROM gcr.io/distroless/java21-debian13:nonroot
WORKDIR /home/gradle/ledger
COPY --from=build /home/gradle/ledger/build/libs/ledger-0.2.0.jar /home/gradle/ledger/build/libs/ledger-0.2.0.jar
EXPOSE 8080
CMD ["/home/gradle/ledger/build/libs/ledger-0.2.0.jar"]
