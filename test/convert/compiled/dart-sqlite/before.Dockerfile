FROM dart:stable
WORKDIR /app
COPY . .
RUN dart pub get
RUN dart compile exe bin/server.dart -o /usr/local/bin/server
CMD ["server"]
