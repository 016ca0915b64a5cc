FROM golang:1.26
WORKDIR /app
COPY . .
RUN ./scripts/build.sh
CMD ["bin/shop"]
