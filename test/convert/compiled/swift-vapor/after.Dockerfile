FROM swift:5.10-jammy AS build
WORKDIR /app
COPY Package.* ./
RUN swift package resolve
COPY . .
RUN swift build -c release
RUN cp .build/release/App /app/App
RUN mkdir /tmp/runtime-libraries && ldd /app/App \
    | awk '/=> \// && $3 !~ /\/lib(c|m|dl|rt|pthread|util|resolv)\.so/ { print $3 }' \
    | xargs -r cp -Lt /tmp/runtime-libraries

FROM gcr.io/distroless/cc-debian13:nonroot
ENV LD_LIBRARY_PATH=/usr/local/lib/runtime
WORKDIR /app
COPY --from=build /app/App /app/App
COPY --from=build /tmp/runtime-libraries /usr/local/lib/runtime
COPY --from=build /app/Public /app/Public
EXPOSE 8080
ENTRYPOINT ["/app/App"]
CMD ["serve", "--hostname", "0.0.0.0"]
