from golang:1.26
env STORE=/store
workdir /app
copy . .
run go build -o shop .
volume $STORE
expose 8080
cmd ./shop
