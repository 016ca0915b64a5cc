FROM golang:1.26
WORKDIR /app
COPY . .
RUN GOOS=windows go build -o web.exe .
CMD ["/app/web.exe"]
