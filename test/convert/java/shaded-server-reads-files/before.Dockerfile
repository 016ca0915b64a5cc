FROM maven:3-eclipse-temurin-17
WORKDIR /app
COPY . .
RUN mvn -q package
EXPOSE 8080
CMD ["java", "-Dlog.config=conf/logging.properties", "-jar", "target/tool-1.0.jar"]
