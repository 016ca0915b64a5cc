FROM gradle:8-jdk17
WORKDIR /svc
COPY . .
RUN gradle installDist --no-daemon
EXPOSE 7000
CMD ["build/install/svc/bin/svc"]
