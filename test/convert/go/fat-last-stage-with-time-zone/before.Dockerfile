FROM golang:1.23 AS build
WORKDIR /src
COPY . .
RUN go build -o /out/web .

FROM golang:1.23
ENV TZ=Europe/Berlin
RUN ln -snf /usr/share/zoneinfo/$TZ /etc/localtime && echo $TZ > /etc/timezone
RUN mkdir -p /app/data && chown -R 1000:1000 /app
WORKDIR /app
COPY --from=build /out/web /app/web
COPY templates templates
COPY static static
USER 1000
EXPOSE 8080
CMD ["./web"]
