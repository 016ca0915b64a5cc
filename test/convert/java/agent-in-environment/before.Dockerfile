FROM maven:3.9-eclipse-temurin-17
WORKDIR /app
COPY . .
RUN mvn -B package && curl -fsSLo /opt/agent.jar https://example.com/agent.jar
ENV JAVA_TOOL_OPTIONS="-javaagent:/opt/agent.jar -XX:MaxRAMPercentage=75"
ENTRYPOINT ["java", "-jar", "target/orders-1.4.0.jar"]
CMD ["--spring.profiles.active=prod"]
