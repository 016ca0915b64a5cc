FROM eclipse-temurin:17-jdk AS build
WORKDIR /workspace
COPY . .
RUN chmod +x mvnw
RUN ./mvnw -B -q -DskipTests package

FROM gcr.io/distroless/java17-debian13:nonroot
WORKDIR /workspace
COPY --from=build /workspace/target/orders-1.4.0.jar /workspace/target/orders-1.4.0.jar
CMD ["/workspace/target/orders-1.4.0.jar", "--spring.profiles.active=demo"]
