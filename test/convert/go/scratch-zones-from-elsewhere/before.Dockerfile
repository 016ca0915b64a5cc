FROM debian:13
RUN apt-get update && apt-get install -y golang ca-certificates tzdata
WORKDIR /app
COPY . .
RUN go build -o desk .
EXPOSE 8080
CMD ["./desk"]
