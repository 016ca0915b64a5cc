FROM openjdk
WORKDIR /usr/src/sieve
COPY . .
RUN javac Sieve.java
CMD ["java", "Sieve"]
