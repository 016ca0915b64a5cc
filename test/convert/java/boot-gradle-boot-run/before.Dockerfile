FROM gradle:8.10-jdk21
WORKDIR /home/gradle/ledger
COPY . .
EXPOSE 8080
CMD ["gradle", "bootRun", "--no-daemon"]
