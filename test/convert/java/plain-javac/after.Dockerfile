FROM openjdk:17 AS build
COPY . /usr/src/myapp
WORKDIR /usr/src/myapp
RUN mkdir -p /usr/src/myapp/classes && javac -d /usr/src/myapp/classes Main.java

FROM gcr.io/distroless/java17-debian13:nonroot
WORKDIR /usr/src/myapp
COPY --from=build /usr/src/myapp/classes /usr/src/myapp
COPY --from=build /usr/src/myapp/greeting.txt /usr/src/myapp/greeting.txt
ENTRYPOINT ["/usr/bin/java", "Main"]
