FROM golang:1.26 AS compiled
WORKDIR /app
COPY . .
RUN go build -o notes .

FROM compiled
EXPOSE 8080
# Everybody calls it so.
CMD ["./notes"]
