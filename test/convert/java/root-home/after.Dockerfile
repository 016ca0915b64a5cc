FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /root/app
COPY . .
RUN mvn -B package

FROM gcr.io/distroless/java17-debian13:nonroot
WORKDIR /root/app
COPY --from=build /root/app/target/orders-1.4.0.jar /root/app/target/orders-1.4.0.jar
USER 0:0
CMD ["target/orders-1.4.0.jar"]
