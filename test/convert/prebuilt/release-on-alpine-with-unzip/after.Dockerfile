FROM alpine:3.20 AS build
ARG PB_VERSION=0.22.4
RUN apk add --no-cache unzip ca-certificates
ADD https://github.com/pocketbase/pocketbase/releases/download/v${PB_VERSION}/pocketbase_${PB_VERSION}_linux_amd64.zip /tmp/pb.zip
RUN unzip /tmp/pb.zip -d /pb/

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /
COPY --from=build /pb /pb
USER 0:0
EXPOSE 8080
CMD ["/pb/pocketbase", "serve", "--http=0.0.0.0:8080"]
