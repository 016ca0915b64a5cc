FROM ubuntu:24.04 AS build
RUN apt-get update && apt-get install -y openjdk-17-jdk maven
WORKDIR /app
COPY . .
RUN mvn package -DskipTests
ENV JAVA_HOME=/usr/lib/jvm/java-17-openjdk-amd64
ENV PATH=$JAVA_HOME/bin:$PATH

FROM eclipse-temurin:17-jre
RUN useradd --no-log-init --uid 65532 --create-home nonroot
WORKDIR /app
COPY --from=build /app/target/orders-1.4.0.jar /app/target/orders-1.4.0.jar
USER 65532:65532
EXPOSE 8080
CMD java $JAVA_OPTS -jar target/orders-1.4.0.jar
