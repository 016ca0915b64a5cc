FROM tomcat:10-jdk17
COPY . /build
RUN cd /build && ./mvnw package && cp target/shop.war /usr/local/tomcat/webapps/ROOT.war
CMD ["catalina.sh", "run"]
