FROM gradle:8-jdk17 AS build
WORKDIR /svc
COPY . .
RUN gradle installDist --no-daemon

FROM eclipse-temurin:17-jre
WORKDIR /svc
COPY --from=build /svc/build/install/svc /svc/build/install/svc
USER 65532:65532
EXPOSE 7000
CMD ["build/install/svc/bin/svc"]
