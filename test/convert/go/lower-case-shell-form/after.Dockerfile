from golang:1.26 as build
env STORE=/store
workdir /app
copy . .
run CGO_ENABLED=0 go build -o shop .
run mkdir -p /runtime/store

from gcr.io/distroless/static-debian13:nonroot
env STORE=/store
workdir /app
copy --from=build --chown=65532:65532 /runtime/store /store
copy --from=build /app/shop /app/shop
volume $STORE
expose 8080
cmd ["./shop"]
