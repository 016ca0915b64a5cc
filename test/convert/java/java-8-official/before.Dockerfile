FROM java:8
VOLUME /tmp
ADD target/tide.jar tide.jar
RUN bash -c 'touch /tide.jar'
ENTRYPOINT ["java", "-Djava.security.egd=file:/dev/./urandom", "-jar", "/tide.jar"]
