FROM eclipse-temurin:8-jre-alpine
RUN adduser -D -u 65532 nonroot
USER 65532:65532
COPY target/app.jar /opt/app.jar
WORKDIR /opt
CMD ["java", "-jar", "app.jar"]
