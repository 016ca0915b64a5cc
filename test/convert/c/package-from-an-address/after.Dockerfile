FROM ubuntu:22.04 AS build
RUN apt-get update && apt-get install -y g++ libcurl4-openssl-dev wget pip
RUN wget -O chat.deb https://example.com/libchat.deb && apt-get install -y ./chat.deb
WORKDIR /app
COPY bot.cpp .
RUN g++ -o bot bot.cpp -lcurl -lchat
RUN ! ldd /app/bot | grep 'not found' \
    && mkdir -p /shared-libraries \
    && ldd /app/bot \
    | awk '$2 == "=>" && $3 ~ "^/" && $3 !~ "/(ld-linux|ld64|lib(c|m|mvec|dl|rt|pthread|util|resolv|anl|nsl|thread_db|BrokenLocale|nss_[a-z]+)[.]so)" { print $3 }' \
    | sort -u | xargs -r cp -Lt /shared-libraries

FROM gcr.io/distroless/cc-debian13:nonroot
COPY --from=build /shared-libraries /usr/local/lib
ENV LD_LIBRARY_PATH=/usr/local/lib
WORKDIR /app
COPY --from=build /app/bot /app/bot
CMD ["/app/bot"]
