package com.pitstop.allinone;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The people, cars, complaints and parts of the demo garage. None of them exists. */
final class DemoData {

    static final List<Map<String, String>> CUSTOMERS = List.of(
            customer("Anna de Wit", "Dorpsstraat 12", "7413 AB", "Deventer", "+31 570 555 101"),
            customer("Bram Kuipers", "Molenweg 3", "7201 CD", "Zutphen", "+31 575 555 102"),
            customer("Chantal Aerts", "Kerkplein 8", "8011 EF", "Zwolle", "+31 38 555 0103"),
            customer("Dirk Jan Smit", "Havenkade 41", "8261 GH", "Kampen", "+31 38 555 0104"),
            customer("Esra Yilmaz", "Parklaan 27", "7311 JK", "Apeldoorn", "+31 55 555 0105"),
            customer("Femke Bos", "Lindenlaan 5", "7411 LM", "Deventer", "+31 570 555 106"),
            customer("Gijs van Loon", "Stationsweg 60", "7607 NP", "Almelo", "+31 546 555 107"),
            customer("Hanna Visser", "Ooievaarstraat 19", "7514 RS", "Enschede", "+31 53 555 0108"),
            customer("Ilias Bakkali", "Rozenhof 2", "7551 TV", "Hengelo", "+31 74 555 0109"),
            customer("Joke Prins", "Zandpad 77", "8121 WX", "Olst", "+31 570 555 110"),
            customer("Koen Hendriks", "Meidoornstraat 14", "8131 YZ", "Wijhe", "+31 570 555 111"),
            customer("Lotte Mulder", "Singel 101", "7411 BC", "Deventer", "+31 570 555 112"));

    static final List<Car> VEHICLES = List.of(
            new Car("KN-16-RS", "Volkswagen", "Golf 1.6 TDI"),
            new Car("12-ABC-3", "Toyota", "Yaris Hybrid"),
            new Car("GH-456-J", "Volvo", "V60 T6"),
            new Car("ZX-98-TB", "Renault", "Clio IV"),
            new Car("4-TFL-24", "Opel", "Corsa-e"),
            new Car("PR-71-LK", "Ford", "Focus Wagon"),
            new Car("98-XYZ-1", "Tesla", "Model 3"),
            new Car("BD-12-NN", "Peugeot", "208"),
            new Car("TT-305-X", "Skoda", "Octavia Combi"),
            new Car("7-KLM-56", "Kia", "Niro"),
            new Car("HV-22-QP", "Mazda", "MX-5"),
            new Car("RS-640-D", "BMW", "320d Touring"),
            new Car("33-FGH-8", "Fiat", "500"),
            new Car("LM-09-WE", "Citroen", "Berlingo"),
            new Car("SD-811-K", "Hyundai", "Ioniq 5"),
            new Car("5-NPR-77", "Dacia", "Duster"),
            new Car("XA-44-CV", "Audi", "A3 Sportback"),
            new Car("21-QRS-6", "Suzuki", "Swift"),
            new Car("JB-150-M", "Mercedes-Benz", "Vito"),
            new Car("OT-63-ZH", "Seat", "Leon"));

    static final List<Shelf> PARTS = List.of(
            new Shelf("OIL-5W30-1L", "Motor oil 5W-30, 1 litre", "12.95", 20, 60),
            new Shelf("FILTER-OX-188D", "Oil filter OX 188D", "8.40", 6, 20),
            new Shelf("FILTER-AIR-C27", "Air filter C 27", "17.25", 4, 9),
            new Shelf("BRAKE-PADS-F", "Brake pads in front, one set", "48.50", 4, 12),
            new Shelf("TYRE-W-205-55R16", "Winter tyre 205/55 R16", "89.00", 16, 48),
            new Shelf("WIPER-600", "Wiper blade 600 mm", "14.10", 8, 22),
            new Shelf("BULB-H7", "Bulb H7", "6.75", 10, 40),
            new Shelf("BATTERY-70AH", "Battery 70 Ah", "129.00", 3, 1));

    /** What is ordered already, since there is too little of it. */
    static final String ORDERED = "BATTERY-70AH";

    private static final Map<String, List<Map<String, Object>>> TAKEN = Map.of(
            "Annual service", List.of(taken("OIL-5W30-1L", 4), taken("FILTER-OX-188D", 1)),
            "Winter tyres", List.of(taken("TYRE-W-205-55R16", 4)));

    static final List<String> WORK = List.of(
            "Annual service",
            "New brake pads in front",
            "Periodic inspection",
            "Oil and filters",
            "Winter tyres",
            "Squeaking noise from the left rear",
            "Air conditioning does not cool",
            "New battery");

    private DemoData() {}

    /** The parts that such work takes. */
    static List<Map<String, Object>> partsFor(String work) {
        return TAKEN.getOrDefault(work, List.of());
    }

    /** A part, and how many pieces of it are on the shelf. */
    record Shelf(String sku, String name, String unitPrice, int reorderLevel, int pieces) {

        Map<String, Object> part() {
            return Map.of(
                    "sku", sku, "name", name, "unitPrice", new BigDecimal(unitPrice), "reorderLevel", reorderLevel);
        }
    }

    /** A car, whoever owns it. */
    record Car(String licenseNumber, String brand, String type) {

        Map<String, String> ownedBy(String customerId) {
            return Map.of("licenseNumber", licenseNumber, "brand", brand, "type", type, "ownerId", customerId);
        }
    }

    private static Map<String, Object> taken(String sku, int quantity) {
        return Map.of("sku", sku, "quantity", quantity);
    }

    private static Map<String, String> customer(
            String name, String address, String postalCode, String city, String telephoneNumber) {
        return Map.of(
                "name", name,
                "address", address,
                "postalCode", postalCode,
                "city", city,
                "telephoneNumber", telephoneNumber,
                "emailAddress", name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.com");
    }
}
