FROM sbtscala/scala-sbt:eclipse-temurin-21.0.6_7_1.10.11_3.6.4 AS build
WORKDIR /srv/quotes
COPY project project
COPY build.sbt .
RUN sbt update
COPY src src
RUN sbt "set Test / test := {}" assembly

FROM gcr.io/distroless/java21-debian13:nonroot
WORKDIR /srv/quotes
COPY --from=build /srv/quotes/target/scala-3.6.4/quotes.jar /srv/quotes/target/scala-3.6.4/quotes.jar
EXPOSE 9000
ENTRYPOINT ["/usr/bin/java", "-Xmx256m", "-jar", "target/scala-3.6.4/quotes.jar"]
