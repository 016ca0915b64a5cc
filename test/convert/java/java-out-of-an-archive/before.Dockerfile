FROM debian:12
RUN apt-get update && apt-get install -y curl && curl -fsSL https://example.com/jdk-21.tar.gz | tar xz -C /opt
ENV PATH=/opt/jdk-21/bin:$PATH
COPY . /app
WORKDIR /app
CMD ["java", "-jar", "app.jar"]
