FROM maven:latest
WORKDIR /app
COPY . .
RUN mvn package
CMD ["java", "-jar", "target/orders-1.4.0.jar"]
