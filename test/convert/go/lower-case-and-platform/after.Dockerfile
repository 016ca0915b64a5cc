from --platform=$BUILDPLATFORM golang:1.26 as compile
arg TARGETOS
arg TARGETARCH
workdir /app
copy . .
run CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH go build -o web .

from gcr.io/distroless/static-debian13:nonroot
workdir /app
copy --from=compile /app/web /app/web
expose 8080/tcp
cmd ["/app/web"]
