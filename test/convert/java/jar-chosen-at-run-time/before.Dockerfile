FROM maven:3.9-eclipse-temurin-17
WORKDIR /app
COPY . .
RUN mvn -B package
ENTRYPOINT ["sh", "-c", "java -jar $(ls target/*.jar | head -1)"]
