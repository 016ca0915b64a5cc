FROM maven:3-eclipse-temurin-17 AS build
WORKDIR /app
COPY pom.xml ./
COPY src src
RUN mvn -B compile
RUN mvn -B -DskipTests compile dependency:copy-dependencies -DincludeScope=runtime && mkdir -p /app/target/dependency

FROM gcr.io/distroless/java17-debian13:nonroot
WORKDIR /app
COPY --from=build /app/target/classes /app/target/classes
COPY --from=build /app/target/dependency /app/target/dependency
ENTRYPOINT ["/usr/bin/java", "-cp", "/app/target/classes:/app/target/dependency/*", "com.example.Main", "one", "two"]
