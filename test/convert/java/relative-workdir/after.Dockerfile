FROM gcr.io/distroless/java21-debian13:nonroot
WORKDIR /
USER 0:0
WORKDIR app/bot
ARG JAR_FILE=target/*.jar
COPY ${JAR_FILE} bot.jar
ENTRYPOINT ["/usr/bin/java", "-jar", "bot.jar"]
