FROM gcc:14 AS build
WORKDIR /app
COPY . .
RUN gcc main.c

FROM gcr.io/distroless/cc-debian13:nonroot
WORKDIR /app
COPY --from=build /app/a.out /app/a.out
CMD ["./a.out"]
