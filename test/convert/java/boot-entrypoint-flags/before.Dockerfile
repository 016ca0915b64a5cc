FROM maven:3.9-eclipse-temurin-21
WORKDIR /app
COPY . .
RUN mvn clean package -Dmaven.test.skip=true
ENV SPRING_PROFILES_ACTIVE=prod
EXPOSE 8080
ENTRYPOINT ["java", "-Xmx512m", "-XX:+UseG1GC", "-jar", "/app/target/orders-1.4.0.jar", "--server.port=8080"]
