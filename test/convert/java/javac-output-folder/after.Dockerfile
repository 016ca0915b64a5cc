FROM eclipse-temurin:21 AS build
WORKDIR /app
COPY src src
COPY lib lib
RUN mkdir -p out && javac -cp "lib/*" -d out src/com/example/Main.java

FROM gcr.io/distroless/java21-debian13:nonroot
WORKDIR /app
COPY --from=build /app/out /app/out
COPY --from=build /app/lib /app/lib
ENTRYPOINT ["/usr/bin/java", "-cp", "out:lib/*", "com.example.Main"]
