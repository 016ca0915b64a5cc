FROM maven:latest AS build
WORKDIR /app
COPY . .
RUN mvn -B -DskipTests package

FROM gcr.io/distroless/java17-debian13:nonroot
WORKDIR /app
COPY --from=build /app/target/orders-1.4.0.jar /app/target/orders-1.4.0.jar
EXPOSE 8080
CMD ["/app/target/orders-1.4.0.jar"]
