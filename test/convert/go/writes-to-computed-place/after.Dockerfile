FROM golang:1.26 AS build
WORKDIR /bot
COPY . .
RUN CGO_ENABLED=0 go build -o bot .
RUN mkdir -p /runtime/bot

FROM gcr.io/distroless/static-debian13:nonroot
COPY --from=build --chown=65532:65532 /runtime/bot /bot
WORKDIR /bot
COPY --from=build /bot/bot /bot/bot
CMD ["./bot"]
