FROM alpine:3.20 AS build
RUN apk add --no-cache g++ make
WORKDIR /app
COPY . .
RUN g++ -O2 main.cpp -o /usr/local/bin/reader

FROM alpine:3.20
RUN apk add --no-cache ca-certificates libstdc++
RUN adduser -D -u 65532 nonroot
WORKDIR /app
COPY --from=build /usr/local/bin/reader /usr/local/bin/reader
COPY --from=build /app/data/words.txt /app/data/words.txt
USER 65532:65532
CMD ["reader"]
