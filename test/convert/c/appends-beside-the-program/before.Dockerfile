FROM gcc:14
LABEL maintainer="x@y.z"
ADD . /src
WORKDIR /src
RUN make clean; make
EXPOSE 8080
CMD ./server 8080
