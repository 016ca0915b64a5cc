FROM haskell:9.6 AS build
WORKDIR /src
COPY . .
RUN stack install
RUN mkdir /tmp/runtime-libraries && ldd /root/.local/bin/shelf-exe \
    | awk '/=> \// && $3 !~ /\/lib(c|m|dl|rt|pthread|util|resolv)\.so/ { print $3 }' \
    | xargs -r cp -Lt /tmp/runtime-libraries

FROM gcr.io/distroless/cc-debian13:nonroot
ENV LD_LIBRARY_PATH=/usr/local/lib/runtime
ENV LANG=C.UTF-8
WORKDIR /src
COPY --from=build /root/.local/bin/shelf-exe /root/.local/bin/shelf-exe
COPY --from=build /tmp/runtime-libraries /usr/local/lib/runtime
USER 0:0
CMD ["/root/.local/bin/shelf-exe"]
