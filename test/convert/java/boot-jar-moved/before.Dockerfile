FROM maven:3.9-eclipse-temurin-17
WORKDIR /build
COPY . .
RUN mvn -q package && mv target/*.jar /app.jar
VOLUME /tmp
EXPOSE 8080
ENTRYPOINT ["java","-Djava.security.egd=file:/dev/./urandom","-jar","/app.jar"]
