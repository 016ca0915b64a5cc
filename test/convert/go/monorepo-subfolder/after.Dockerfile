FROM golang:1.26 AS build
WORKDIR /workspace
COPY go.mod ./
COPY libs libs
COPY services/api services/api
RUN CGO_ENABLED=0 go build -C services/api -o /usr/bin/api .

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /workspace
COPY --from=build /usr/bin/api /usr/bin/api
COPY --from=build /workspace/services/api/templates /workspace/services/api/templates
EXPOSE 8080
CMD ["api", "-templates", "services/api/templates"]
