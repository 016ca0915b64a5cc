FROM sbtscala/scala-sbt:eclipse-temurin-21.0.6_7_1.10.11_3.6.4
WORKDIR /srv/quotes
COPY project project
COPY build.sbt .
RUN sbt update
COPY src src
RUN sbt "set Test / test := {}" assembly
EXPOSE 9000
CMD ["java", "-Xmx256m", "-jar", "target/scala-3.6.4/quotes.jar"]
