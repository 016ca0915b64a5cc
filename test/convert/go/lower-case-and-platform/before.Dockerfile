from --platform=$BUILDPLATFORM golang:1.26 as compile
arg TARGETOS
arg TARGETARCH
workdir /app
copy . .
run GOOS=$TARGETOS GOARCH=$TARGETARCH go build -o web .
expose 8080/tcp
cmd ["/app/web"]
