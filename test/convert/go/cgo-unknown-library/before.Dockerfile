FROM golang:1.26
RUN apt-get update && apt-get install -y libfrobnicate-dev
WORKDIR /app
COPY . .
RUN go build -o frob .
ENTRYPOINT ["/app/frob"]
