FROM golang:1.26
ARG APP_UID=1500
WORKDIR /app
COPY . .
RUN go build -o shop .
USER $APP_UID
CMD ["./shop"]
