FROM gradle:8-jdk17 AS build
WORKDIR /svc
COPY . .
RUN gradle --no-daemon installDist

FROM gcr.io/distroless/java17-debian13:nonroot
WORKDIR /svc
COPY --from=build /svc/build/install/svc/lib /svc/build/install/svc/lib
ENTRYPOINT ["/usr/bin/java", "-cp", "/svc/build/install/svc/lib/*", "svc.MainKt"]
