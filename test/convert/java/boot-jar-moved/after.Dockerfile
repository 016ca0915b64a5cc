FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY . .
RUN mvn -q package && mv target/*.jar /app.jar

FROM gcr.io/distroless/java17-debian13:nonroot
WORKDIR /build
COPY --from=build /app.jar /app.jar
VOLUME /tmp
EXPOSE 8080
ENTRYPOINT ["/usr/bin/java", "-Djava.security.egd=file:/dev/./urandom", "-jar", "/app.jar"]
