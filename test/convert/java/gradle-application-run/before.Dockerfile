FROM gradle:8-jdk17
WORKDIR /svc
COPY . .
CMD gradle run
