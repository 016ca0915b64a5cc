FROM ubuntu:22.04
RUN apt-get update && apt-get install -y g++ libcurl4-openssl-dev wget pip
RUN wget -O chat.deb https://example.com/libchat.deb && apt-get install -y ./chat.deb
WORKDIR /app
COPY bot.cpp .
RUN g++ -o bot bot.cpp -lcurl -lchat
CMD ["/app/bot"]
