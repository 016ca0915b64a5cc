FROM eclipse-temurin:21
WORKDIR /app
COPY src src
COPY lib lib
RUN mkdir -p out && javac -cp "lib/*" -d out src/com/example/Main.java
CMD ["java", "-cp", "out:lib/*", "com.example.Main"]
