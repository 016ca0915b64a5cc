FROM maven:3-eclipse-temurin-17 AS build
WORKDIR /app
COPY . .
RUN mvn package -DskipTests

FROM eclipse-temurin:17
RUN mkdir -p /opt/app/logs
ENV TZ=Europe/Berlin
RUN ln -snf /usr/share/zoneinfo/$TZ /etc/localtime && echo $TZ > /etc/timezone
WORKDIR /opt/app
COPY --from=build /app/target/*.jar app.jar
EXPOSE 8080
CMD java -Xmx256m -jar app.jar
