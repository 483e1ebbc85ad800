# One image a service, from the jar that Maven built:
#   mvn -DskipTests package && docker build --build-arg SERVICE=intake --build-arg PORT=8080 \
#       --build-arg MANAGEMENT_PORT=8090 -t handrail/intake .
ARG JAVA_IMAGE=eclipse-temurin:17-jre

FROM ${JAVA_IMAGE} AS jar
ARG SERVICE
WORKDIR /jar
COPY ${SERVICE}-service/target/*.jar handrail.jar
RUN ["java", "-Djarmode=tools", "-jar", "handrail.jar", "extract", "--layers", "--destination", "layers"]

FROM ${JAVA_IMAGE}
ARG SERVICE
ARG PORT
ARG MANAGEMENT_PORT
LABEL org.opencontainers.image.title="Handrail ${SERVICE} service" \
      org.opencontainers.image.licenses="Apache-2.0"
WORKDIR /handrail
# libraries change seldom and our own code often: two layers
COPY --from=jar /jar/layers/dependencies/ ./
COPY --from=jar /jar/layers/application/ ./
COPY docker/ready /handrail/ready
ENV MANAGEMENT_PORT=${MANAGEMENT_PORT}
EXPOSE ${PORT} ${MANAGEMENT_PORT}
# no account of the image: the files belong to root and cannot be changed by the process
USER 10001:10001
# the image has no curl; ready asks by bash alone
HEALTHCHECK --interval=5s --timeout=4s --start-period=180s --retries=3 CMD ["/handrail/ready"]
# exec form: java is process 1 and gets SIGTERM itself; only /tmp need be writable
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-XX:+UseSerialGC", \
            "-Djava.io.tmpdir=/tmp", "-Duser.home=/tmp", "-jar", "/handrail/handrail.jar"]
