FROM gcr.io/distroless/java21-debian13:nonroot
WORKDIR /home/jboss
COPY --chown=185 target/quarkus-app/lib/ /deployments/lib/
COPY --chown=185 target/quarkus-app/*.jar /deployments/
COPY --chown=185 target/quarkus-app/app/ /deployments/app/
COPY --chown=185 target/quarkus-app/quarkus/ /deployments/quarkus/
EXPOSE 8080
USER 185
ENTRYPOINT ["/usr/bin/java", "-jar", "/deployments/quarkus-run.jar"]
