FROM public.ecr.aws/amazoncorretto/amazoncorretto:21 AS build
RUN yum install -y tar gzip
WORKDIR /app
COPY .mvn .mvn
COPY mvnw pom.xml ./
RUN ./mvnw dependency:go-offline
COPY src src
RUN ./mvnw package -DskipTests

FROM gcr.io/distroless/java21-debian13:nonroot
WORKDIR /app
COPY --from=build /app/target/orders-1.4.0.jar /app/target/orders-1.4.0.jar
CMD ["target/orders-1.4.0.jar"]
