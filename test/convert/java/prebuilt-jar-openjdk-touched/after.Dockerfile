FROM openjdk:17-jdk-alpine AS build
ADD target/orders-1.4.0.jar app.jar
RUN sh -c 'touch /app.jar'

FROM eclipse-temurin:17-jre-alpine
RUN adduser -D -u 65532 nonroot
ENV JAVA_OPTS=""
WORKDIR /
COPY --from=build /app.jar /app.jar
USER 65532:65532
VOLUME /tmp
ENTRYPOINT [ "sh", "-c", "java $JAVA_OPTS -Djava.security.egd=file:/dev/./urandom -jar /app.jar" ]
