FROM eclipse-temurin:21-jdk
WORKDIR /ledger
COPY . .
RUN ./gradlew build -x test
CMD java -jar build/libs/*.jar
