FROM eclipse-temurin:21
WORKDIR /app
COPY Main.java .
CMD ["java", "Main.java"]
