FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /app
COPY . .
RUN mvn -B package -DskipTests

FROM eclipse-temurin:17-jre
RUN useradd --no-log-init --uid 65532 --create-home nonroot
ENV JAVA_OPTS=""
WORKDIR /app
COPY --from=build /app/target/orders-1.4.0.jar /app/target/orders-1.4.0.jar
USER 65532:65532
EXPOSE 8080
ENTRYPOINT ["sh", "-c", "java $JAVA_OPTS -jar target/orders-1.4.0.jar"]
