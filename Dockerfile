# Every service: docker build --build-arg MODULE=customer-management .

FROM maven:3.9.11-eclipse-temurin-17 AS build
WORKDIR /source
COPY . .
# All of them at once, so that ten images take one build.
RUN --mount=type=cache,target=/m2 \
    mvn --batch-mode --no-transfer-progress -Dmaven.repo.local=/m2 -DskipTests -Dspotless.check.skip --also-make \
    --projects customer-management,vehicle-management,workshop-management,workshop-eventhandler,parts-inventory,billing,audit-log,notification,process-management,api-gateway package

FROM eclipse-temurin:17.0.17_10-jre-noble AS unpacked
ARG MODULE
WORKDIR /unpacked
COPY --from=build /source/${MODULE}/target/*-exec.jar app.jar
RUN java -Djarmode=tools -jar app.jar extract --layers --destination layers

FROM eclipse-temurin:17.0.17_10-jre-noble
WORKDIR /app
COPY --from=unpacked /unpacked/layers/dependencies/ ./
COPY --from=unpacked /unpacked/layers/spring-boot-loader/ ./
COPY --from=unpacked /unpacked/layers/snapshot-dependencies/ ./
COPY --from=unpacked /unpacked/layers/application/ ./
ENV MALLOC_ARENA_MAX=2
ARG MODULE
# A rehearsal, for an archive of the classes; with it a start takes half the time. All but the gateway know how to end one.
RUN java $([ "$MODULE" != api-gateway ] || echo -Dspring.context.exit=onRefresh) \
    -XX:ArchiveClassesAtExit=/app/app.jsa -XX:+UseSerialGC -Xlog:cds=off -Xlog:cds+dynamic=off -jar /app/app.jar \
    --server.port=0 --management.server.port=0 --pitstop.rehearsal=true --pitstop.data=/app/rehearsal \
    && rm -rf /app/rehearsal
USER 10001:10001
EXPOSE 8080 8081
# Java remembers addresses for 30 seconds; a container that was made anew has another one.
ENTRYPOINT ["java", "-XX:SharedArchiveFile=/app/app.jsa", "-Xshare:auto", "-Xlog:cds=off", "-Xlog:cds+dynamic=off", \
    "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=40", "-XX:+ExitOnOutOfMemoryError", "-Dsun.net.inetaddr.ttl=5", \
    "-jar", "/app/app.jar"]
