FROM maven:3-eclipse-temurin-17
WORKDIR /app
COPY pom.xml .
COPY src src
RUN mvn -q package dependency:copy-dependencies -DoutputDirectory=target/lib
CMD ["java", "-jar", "target/tool-1.0.jar"]
