FROM maven:latest AS build
WORKDIR /app
COPY . .
RUN mvn package

FROM gcr.io/distroless/java17-debian13:nonroot
WORKDIR /app
COPY --from=build /app/target/orders-1.4.0.jar /app/target/orders-1.4.0.jar
CMD ["target/orders-1.4.0.jar"]
