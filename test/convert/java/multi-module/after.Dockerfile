FROM maven:3.9-eclipse-temurin-21 AS build
WORKDIR /src
COPY . .
RUN mvn -B -pl web -am package -DskipTests

FROM gcr.io/distroless/java21-debian13:nonroot
WORKDIR /src
COPY --from=build /src/web/target/web-1.4.0.jar /src/web/target/web-1.4.0.jar
CMD ["web/target/web-1.4.0.jar"]
