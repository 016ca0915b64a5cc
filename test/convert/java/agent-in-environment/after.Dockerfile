FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /app
COPY . .
RUN mvn -B package && curl -fsSLo /opt/agent.jar https://example.com/agent.jar

FROM gcr.io/distroless/java17-debian13:nonroot
ENV JAVA_TOOL_OPTIONS="-javaagent:/opt/agent.jar -XX:MaxRAMPercentage=75"
WORKDIR /app
COPY --from=build /app/target/orders-1.4.0.jar /app/target/orders-1.4.0.jar
COPY --from=build /opt/agent.jar /opt/agent.jar
ENTRYPOINT ["/usr/bin/java", "-jar", "target/orders-1.4.0.jar"]
CMD ["--spring.profiles.active=prod"]
