FROM haskell:9.6 AS build
WORKDIR /src
COPY . .
RUN stack setup
RUN stack build --copy-bins --local-bin-path /opt/shelf
RUN mkdir /tmp/runtime-libraries && ldd /opt/shelf/shelf-exe \
    | awk '/=> \// && $3 !~ /\/lib(c|m|dl|rt|pthread|util|resolv)\.so/ { print $3 }' \
    | xargs -r cp -Lt /tmp/runtime-libraries

FROM gcr.io/distroless/cc-debian13:nonroot
ENV LD_LIBRARY_PATH=/usr/local/lib/runtime
ENV LANG=C.UTF-8
WORKDIR /src
COPY --from=build /opt/shelf/shelf-exe /opt/shelf/shelf-exe
COPY --from=build /tmp/runtime-libraries /usr/local/lib/runtime
EXPOSE 3000
CMD ["/opt/shelf/shelf-exe"]
