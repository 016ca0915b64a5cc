FROM golang:1.26-alpine AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /tide .

FROM alpine:3.24
RUN apk add --no-cache ca-certificates wget
RUN adduser -D -u 65532 nonroot
WORKDIR /src
COPY --from=build /tide /tide
USER 65532:65532
CMD ["/tide"]
