FROM openjdk:8-jdk-alpine AS build
WORKDIR /opt

FROM eclipse-temurin:8-jre-alpine
RUN adduser -D -u 65532 nonroot
WORKDIR /opt
COPY target/app.jar /opt/app.jar
USER 65532:65532
CMD ["java", "-jar", "app.jar"]
