FROM gradle:8-jdk17 AS build
WORKDIR /svc
COPY . .
RUN gradle installDist --no-daemon

FROM eclipse-temurin:17-jre
RUN useradd --no-log-init --uid 65532 --create-home nonroot
WORKDIR /svc
COPY --from=build /svc/build/install/svc /svc/build/install/svc
USER 65532:65532
EXPOSE 7000
CMD ["build/install/svc/bin/svc"]
