FROM maven:3-eclipse-temurin-17
WORKDIR /app
COPY . .
RUN mvn -q compile dependency:copy-dependencies
CMD ["java", "-cp", "target/classes:target/dependency/*", "com.example.Main"]
