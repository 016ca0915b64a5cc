FROM java:8 AS build
ADD target/tide.jar tide.jar
RUN bash -c 'touch /tide.jar'

FROM eclipse-temurin:8-jre
RUN useradd --no-log-init --uid 65532 --create-home nonroot
WORKDIR /
COPY --from=build /tide.jar /tide.jar
USER 65532:65532
VOLUME /tmp
ENTRYPOINT ["java", "-Djava.security.egd=file:/dev/./urandom", "-jar", "/tide.jar"]
