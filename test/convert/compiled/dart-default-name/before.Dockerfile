FROM dart:3.5
WORKDIR /srv/bot
COPY . .
RUN dart pub get && dart compile exe bin/bot.dart
CMD bin/bot.exe
