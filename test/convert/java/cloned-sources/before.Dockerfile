FROM maven:3.9-eclipse-temurin-17
RUN git clone https://example.com/orders.git /app
WORKDIR /app
RUN mvn -B package
CMD ["java", "-jar", "target/orders-1.4.0.jar"]
