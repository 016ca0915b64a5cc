FROM golang:1.26
WORKDIR /app
COPY . .
RUN go build -o server .
ENV PORT=8080
CMD ./server --port $PORT
