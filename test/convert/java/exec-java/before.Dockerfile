FROM maven:3-eclipse-temurin-17
WORKDIR /app
COPY pom.xml ./
COPY src src
RUN mvn -B compile
CMD ["mvn", "exec:java", "-Dexec.mainClass=com.example.Main", "-Dexec.args=one two"]
