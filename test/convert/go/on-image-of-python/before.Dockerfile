FROM golang:1.25 AS build
WORKDIR /src
COPY go.mod ./
COPY cmd cmd
RUN CGO_ENABLED=0 go build -o /out/songs ./cmd

FROM python:3.12-slim
RUN pip install yt-dlp
COPY --from=build /out/songs /songs
CMD ["/songs"]
