FROM maven:3.9-eclipse-temurin-17
WORKDIR /app
COPY . .
ARG BUILD=7
RUN mvn -B package -Drevision=1.$BUILD
CMD java -jar target/*.jar
