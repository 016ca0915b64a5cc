FROM public.ecr.aws/amazoncorretto/amazoncorretto:21
RUN yum install -y tar gzip
WORKDIR /app
COPY .mvn .mvn
COPY mvnw pom.xml ./
RUN ./mvnw dependency:go-offline
COPY src src
RUN ./mvnw package -DskipTests
CMD ["java", "-jar", "target/orders-1.4.0.jar"]
