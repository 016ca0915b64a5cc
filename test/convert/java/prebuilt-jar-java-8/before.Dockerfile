FROM openjdk:8-jdk-alpine
COPY target/app.jar /opt/app.jar
WORKDIR /opt
CMD ["java", "-jar", "app.jar"]
