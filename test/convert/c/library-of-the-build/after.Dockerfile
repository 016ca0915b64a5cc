FROM ubuntu:22.04 AS build
RUN apt-get update && apt-get install -y g++ make git libev-dev
RUN git clone --depth 1 https://example.com/shapes.git /opt/shapes && cd /opt/shapes && make && make install
WORKDIR /srv/app
COPY . .
RUN g++ -O2 main.cpp -o server -L/opt/shapes/bin -lshapes -lev
ENV LD_LIBRARY_PATH=/opt/shapes/bin:$LD_LIBRARY_PATH
RUN ! ldd /srv/app/server | grep 'not found' \
    && mkdir -p /shared-libraries \
    && ldd /srv/app/server \
    | awk '$2 == "=>" && $3 ~ "^/" && $3 !~ "/(ld-linux|ld64|lib(c|m|mvec|dl|rt|pthread|util|resolv|anl|nsl|thread_db|BrokenLocale|nss_[a-z]+)[.]so)" { print $3 }' \
    | sort -u | xargs -r cp -Lt /shared-libraries

FROM gcr.io/distroless/cc-debian13:nonroot
COPY --from=build /shared-libraries /usr/local/lib
ENV LD_LIBRARY_PATH=/usr/local/lib
WORKDIR /srv/app
COPY --from=build /srv/app/server /srv/app/server
EXPOSE 8080
CMD ["./server"]
