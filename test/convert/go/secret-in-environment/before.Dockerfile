FROM golang:1.26
ARG NPM_TOKEN
ENV GITHUB_TOKEN=$NPM_TOKEN
ENV API_KEY=changeme
RUN git config --global url."https://x:$GITHUB_TOKEN@github.com/".insteadOf "https://github.com/"
WORKDIR /app
COPY . .
RUN go build -o web .
CMD ["/app/web"]
