FROM golang:1.23 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /out/web .

FROM golang:1.23 AS builder
ENV TZ=Europe/Berlin
RUN ln -snf /usr/share/zoneinfo/$TZ /etc/localtime && echo $TZ > /etc/timezone
RUN mkdir -p /app/data && chown -R 1000:1000 /app
WORKDIR /app
RUN mkdir -p /runtime/app/data

FROM gcr.io/distroless/static-debian13:nonroot
ENV TZ=Europe/Berlin
COPY --from=builder --chown=1000:1000 /runtime/app /app
WORKDIR /app
COPY --from=builder /etc/localtime /etc/localtime
COPY --from=build /out/web /app/web
COPY templates templates
COPY static static
USER 1000
EXPOSE 8080
CMD ["./web"]
