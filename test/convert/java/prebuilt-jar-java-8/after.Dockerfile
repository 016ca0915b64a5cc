FROM eclipse-temurin:8-jre-alpine
COPY target/app.jar /opt/app.jar
WORKDIR /opt
CMD ["java", "-jar", "app.jar"]
