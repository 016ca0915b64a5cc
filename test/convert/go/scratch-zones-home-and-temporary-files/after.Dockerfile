FROM golang:1.26 AS build
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o desk .
RUN mkdir -p /runtime/home/nonroot
RUN mkdir -p -m 1777 /runtime/scratch/tmp && mkdir /runtime/scratch/etc && echo 'nonroot:x:65532:65532:nonroot:/home/nonroot:/sbin/nologin' > /runtime/scratch/etc/passwd

FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
COPY --from=build /usr/local/go/lib/time/zoneinfo.zip /usr/local/go/lib/time/zoneinfo.zip
ENV ZONEINFO=/usr/local/go/lib/time/zoneinfo.zip
COPY --from=build /runtime/scratch/ /
WORKDIR /app
COPY --from=build --chown=65532:65532 /runtime/home/nonroot /home/nonroot
COPY --from=build /app/desk /app/desk
USER 65532:65532
EXPOSE 8080
CMD ["./desk"]
