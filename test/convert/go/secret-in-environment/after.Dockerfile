FROM golang:1.26 AS build
ARG NPM_TOKEN
ENV GITHUB_TOKEN=$NPM_TOKEN
ENV API_KEY=changeme
RUN git config --global url."https://x:$GITHUB_TOKEN@github.com/".insteadOf "https://github.com/"
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o web .

FROM gcr.io/distroless/static-debian13:nonroot
ENV API_KEY=changeme
WORKDIR /app
COPY --from=build /app/web /app/web
CMD ["/app/web"]
