FROM maven:3-eclipse-temurin-17 AS build
WORKDIR /app
COPY pom.xml .
COPY src src
RUN mvn -q package dependency:copy-dependencies -DoutputDirectory=target/lib

FROM gcr.io/distroless/java17-debian13:nonroot
WORKDIR /app
COPY --from=build /app/target/tool-1.0.jar /app/target/tool-1.0.jar
COPY --from=build /app/target/lib /app/target/lib
CMD ["target/tool-1.0.jar"]
