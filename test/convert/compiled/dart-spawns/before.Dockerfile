FROM dart:stable
WORKDIR /app
COPY . .
RUN dart compile exe bin/server.dart -o bin/server
CMD ["./bin/server"]
