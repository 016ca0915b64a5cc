FROM golang:1.26 AS build
ARG GITHUB_TOKEN
ENV GOPRIVATE=github.com/acme/*
RUN git config --global url."https://${GITHUB_TOKEN}@github.com/".insteadOf "https://github.com/"
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o billing .

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /app
COPY --from=build /app/billing /app/billing
CMD ["/app/billing"]
