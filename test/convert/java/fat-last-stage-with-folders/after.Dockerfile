FROM maven:3-eclipse-temurin-17 AS build
WORKDIR /app
COPY . .
RUN mvn package -DskipTests

FROM eclipse-temurin:17 AS builder
RUN mkdir -p /opt/app/logs
ENV TZ=Europe/Berlin
RUN ln -snf /usr/share/zoneinfo/$TZ /etc/localtime && echo $TZ > /etc/timezone
WORKDIR /opt/app
RUN mkdir -p /runtime/opt/app/logs

FROM gcr.io/distroless/java17-debian13:nonroot
ENV TZ=Europe/Berlin
WORKDIR /opt/app
COPY --from=builder --chown=65532:65532 /runtime/opt/app/logs /opt/app/logs
COPY --from=builder /etc/localtime /etc/localtime
COPY --from=build /app/target/*.jar app.jar
EXPOSE 8080
ENTRYPOINT ["/usr/bin/java", "-Xmx256m", "-jar", "app.jar"]
