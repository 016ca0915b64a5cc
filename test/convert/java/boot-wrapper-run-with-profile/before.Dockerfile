FROM eclipse-temurin:17-jdk
WORKDIR /workspace
COPY . .
RUN chmod +x mvnw
CMD ./mvnw -q spring-boot:run -Dspring-boot.run.profiles=demo
