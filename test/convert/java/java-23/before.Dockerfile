FROM eclipse-temurin:23-jdk
WORKDIR /app
COPY . .
RUN ./mvnw package
CMD ["java", "-jar", "target/orders-1.4.0.jar"]
