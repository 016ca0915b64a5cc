FROM openjdk AS build
WORKDIR /usr/src/sieve
COPY . .
RUN mkdir -p /usr/src/sieve/classes && javac -d /usr/src/sieve/classes Sieve.java

FROM gcr.io/distroless/java21-debian13:nonroot
WORKDIR /usr/src/sieve
COPY --from=build /usr/src/sieve/classes /usr/src/sieve
ENTRYPOINT ["/usr/bin/java", "Sieve"]
