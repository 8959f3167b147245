package com.pitstop.launcher;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * Which services there are and what each is told. The two workshop services share a database, since one fills the read
 * model that the other asks.
 *
 * @param postgres the JDBC address of the PostgreSQL, up to and without the name of a database
 * @param axonServer where the events are instead of in the database {@code hub}, as host:port
 * @param ports the port of the service with this number, the gateway being 0; its management port is one higher
 */
public record Topology(String postgres, Optional<String> axonServer, IntUnaryOperator ports) {

    /** The databases, one for the events that all share and one for each context's own. */
    public static final List<String> DATABASES = List.of(
            "hub",
            "customer_management",
            "vehicle_management",
            "workshop",
            "parts_inventory",
            "billing",
            "audit_log",
            "notification",
            "process_management");

    /** Every service, in the order in which a day in the garage meets them. */
    public List<Service> services() {
        return List.of(
                onHub("customer-management", 1, "customer_management"),
                onHub("vehicle-management", 2, "vehicle_management"),
                onHub("workshop-management", 3, "workshop"),
                onHub("workshop-eventhandler", 4, "workshop"),
                onHub("parts-inventory", 5, "parts_inventory"),
                onHub("billing", 6, "billing"),
                onHub("audit-log", 7, "audit_log"),
                onHub("notification", 8, "notification"),
                onHub("process-management", 9, "process_management"),
                gateway());
    }

    private Service gateway() {
        return service(
                "api-gateway",
                0,
                Map.of(
                        "PITSTOP_SERVICES_CUSTOMER_MANAGEMENT", address(1),
                        "PITSTOP_SERVICES_VEHICLE_MANAGEMENT", address(2),
                        "PITSTOP_SERVICES_WORKSHOP_MANAGEMENT", address(3),
                        "PITSTOP_SERVICES_PARTS_INVENTORY", address(5),
                        "PITSTOP_SERVICES_BILLING", address(6),
                        "PITSTOP_SERVICES_AUDIT_LOG", address(7),
                        "PITSTOP_SERVICES_NOTIFICATION", address(8),
                        "PITSTOP_SERVICES_PROCESS_MANAGEMENT", address(9)));
    }

    private Service onHub(String name, int number, String database) {
        var environment = new LinkedHashMap<String, String>();
        environment.put("SPRING_DATASOURCE_URL", postgres + database);
        environment.put("PITSTOP_DATABASE_USER", LocalPostgres.USER);
        environment.put("PITSTOP_DATABASE_PASSWORD", LocalPostgres.PASSWORD);
        environment.put("PITSTOP_DATABASE_PATIENCE", "2m");
        axonServer.ifPresentOrElse(
                server -> {
                    environment.put("PITSTOP_HUB", "axon-server");
                    environment.put("PITSTOP_HUB_AXON_SERVER_SERVERS", server);
                },
                () -> {
                    environment.put("PITSTOP_HUB", "database");
                    environment.put("PITSTOP_HUB_DATABASE_URL", postgres + "hub");
                });
        return service(name, number, environment);
    }

    private Service service(String name, int number, Map<String, String> environment) {
        var port = ports.applyAsInt(number);
        return new Service(name, port, port + 1, environment).onPort(port);
    }

    private String address(int number) {
        return "http://127.0.0.1:" + ports.applyAsInt(number);
    }
}
