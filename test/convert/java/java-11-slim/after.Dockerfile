FROM maven:3.8.6-openjdk-11-slim AS build
WORKDIR /usr/src/app
COPY . /usr/src/app
RUN mvn package

FROM eclipse-temurin:11-jre
RUN useradd --no-log-init --uid 65532 --create-home nonroot
ENV PORT 5000
WORKDIR /usr/src/app
COPY --from=build /usr/src/app/target/orders-1.4.0.jar /usr/src/app/target/orders-1.4.0.jar
USER 65532:65532
EXPOSE $PORT
CMD [ "sh", "-c", "java -Dserver.port=${PORT} -jar target/orders-1.4.0.jar" ]
