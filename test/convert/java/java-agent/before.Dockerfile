FROM maven:3.9-eclipse-temurin-17
WORKDIR /app
ADD https://example.com/agents/opentelemetry-javaagent.jar /opt/otel.jar
COPY . .
RUN mvn -B package
ENV OTEL_SERVICE_NAME=orders
CMD ["java", "-javaagent:/opt/otel.jar", "-jar", "target/orders-1.4.0.jar"]
