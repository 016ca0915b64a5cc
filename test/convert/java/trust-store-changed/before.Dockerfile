FROM maven:3.9-eclipse-temurin-17
WORKDIR /app
COPY . .
RUN keytool -importcert -noprompt -cacerts -storepass changeit -alias corp -file certs/corp.crt
RUN mvn -B package
CMD ["java", "-jar", "target/orders-1.4.0.jar"]
