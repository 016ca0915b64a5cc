FROM maven:3.8.6-openjdk-11-slim
WORKDIR /usr/src/app
COPY . /usr/src/app
RUN mvn package
ENV PORT 5000
EXPOSE $PORT
CMD [ "sh", "-c", "java -Dserver.port=${PORT} -jar target/orders-1.4.0.jar" ]
