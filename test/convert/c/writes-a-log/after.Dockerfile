FROM gcc:13 AS build
WORKDIR /app
COPY . .
RUN g++ -o app main.cpp

FROM gcr.io/distroless/cc-debian13:nonroot
WORKDIR /app
COPY --from=build /app/app /app/app
COPY --from=build --chown=65532:65532 /app/logs /app/logs
CMD ["./app"]
