FROM maven:3.9-eclipse-temurin-21 AS build
WORKDIR /code
COPY . .
RUN mvn -B package -DskipTests

FROM gcr.io/distroless/java21-debian13:nonroot
WORKDIR /code
COPY --from=build /code/target/quarkus-app /code/target/quarkus-app
EXPOSE 8080
ENTRYPOINT ["/usr/bin/java", "-Dquarkus.http.host=0.0.0.0", "-jar", "target/quarkus-app/quarkus-run.jar"]
