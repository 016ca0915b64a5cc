FROM maven:3.9-eclipse-temurin-17
WORKDIR /root/app
COPY . .
RUN mvn -B package
CMD ["java", "-jar", "target/orders-1.4.0.jar"]
