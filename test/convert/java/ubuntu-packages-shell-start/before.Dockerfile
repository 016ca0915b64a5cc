FROM ubuntu:24.04
RUN apt-get update && apt-get install -y openjdk-17-jdk maven
WORKDIR /app
COPY . .
RUN mvn package -DskipTests
ENV JAVA_HOME=/usr/lib/jvm/java-17-openjdk-amd64
ENV PATH=$JAVA_HOME/bin:$PATH
EXPOSE 8080
CMD java $JAVA_OPTS -jar target/orders-1.4.0.jar
