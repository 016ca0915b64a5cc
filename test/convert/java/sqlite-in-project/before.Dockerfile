FROM maven:3-eclipse-temurin-17
WORKDIR /app
COPY . .
RUN mvn -q package
CMD ["java", "-jar", "target/tool-1.0.jar"]
