FROM swift:5.10-jammy
WORKDIR /app
COPY Package.* ./
RUN swift package resolve
COPY . .
RUN swift build -c release
RUN cp .build/release/App /app/App
EXPOSE 8080
ENTRYPOINT ["./App"]
CMD ["serve", "--hostname", "0.0.0.0"]
