FROM gcr.io/distroless/java21-debian13:nonroot
COPY build/libs/ledger-0.2.0.jar /app/app.jar
WORKDIR /app
ENTRYPOINT ["/usr/bin/java", "-jar", "app.jar"]
