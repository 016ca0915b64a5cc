FROM eclipse-temurin:21-jdk
WORKDIR /app
COPY target/app.jar app.jar
RUN java -XX:ArchiveClassesAtExit=app.jsa -jar app.jar --exit
CMD ["java", "-XX:SharedArchiveFile=app.jsa", "-jar", "app.jar"]
