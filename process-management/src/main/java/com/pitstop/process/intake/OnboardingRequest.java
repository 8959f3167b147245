package com.pitstop.process.intake;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.pitstop.process.customers.Details;

import static java.util.Objects.requireNonNull;

/** Who wants to become a customer, with what vehicles, and on what terms. Whatever is left out is null. */
public record OnboardingRequest(
        @Nullable Person customer,
        @Nullable List<@Nullable Vehicle> vehicles,
        @Nullable Billing billing,
        @Nullable Preferences preferences) {

    public record Person(
            @Nullable String email,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String phone,
            @Nullable String address,
            @Nullable String postalCode,
            @Nullable String city) {

        static final Person UNKNOWN = new Person(null, null, null, null, null, null, null);

        /** As customers are known, of somebody of whom nothing is left out. */
        Details details() {
            return new Details(
                    firstName + " " + lastName,
                    requireNonNull(address),
                    requireNonNull(postalCode),
                    requireNonNull(city),
                    requireNonNull(phone),
                    requireNonNull(email));
        }

        Map<String, Object> asVariables() {
            return new Plain()
                    .with("email", email)
                    .with("firstName", firstName)
                    .with("lastName", lastName)
                    .with("phone", phone)
                    .with("address", address)
                    .with("postalCode", postalCode)
                    .with("city", city)
                    .map();
        }
    }

    public record Vehicle(
            @Nullable String licenseNumber,
            @Nullable String brand,
            @Nullable String type) {

        static final Vehicle UNKNOWN = new Vehicle(null, null, null);

        Map<String, Object> asVariables() {
            return new Plain()
                    .with("licenseNumber", licenseNumber == null ? null : licenseNumber.toUpperCase(Locale.ROOT))
                    .with("brand", brand)
                    .with("type", type)
                    .map();
        }
    }

    public record Billing(
            @Nullable String plan,
            @Nullable String paymentMethod,
            @Nullable Address billingAddress,
            @Nullable String referralCode) {

        static final String PAY_AS_YOU_GO = "PAY_AS_YOU_GO";
        static final Billing USUAL = new Billing(PAY_AS_YOU_GO, null, null, null);

        Map<String, Object> asVariables() {
            return new Plain()
                    .with("plan", plan)
                    .with("paymentMethod", paymentMethod)
                    .with("billingAddress", billingAddress == null ? null : billingAddress.asVariables())
                    .with("referralCode", referralCode)
                    .map();
        }
    }

    public record Address(
            @Nullable String address,
            @Nullable String postalCode,
            @Nullable String city) {

        Map<String, Object> asVariables() {
            return new Plain()
                    .with("address", address)
                    .with("postalCode", postalCode)
                    .with("city", city)
                    .map();
        }
    }

    /** Nothing is wanted that nobody said they want. */
    public record Preferences(
            @Nullable Boolean newsletter,
            @Nullable Boolean sms,
            @Nullable Boolean dataSharing) {

        static final Preferences NONE = new Preferences(null, null, null);

        Map<String, Object> asVariables() {
            return Map.of("newsletter", isTrue(newsletter), "sms", isTrue(sms), "dataSharing", isTrue(dataSharing));
        }

        static boolean isTrue(@Nullable Boolean wish) {
            return Boolean.TRUE.equals(wish);
        }
    }

    Person person() {
        return customer == null ? Person.UNKNOWN : customer;
    }

    List<Vehicle> allVehicles() {
        return vehicles == null
                ? List.of()
                : vehicles.stream()
                        .map(vehicle -> vehicle == null ? Vehicle.UNKNOWN : vehicle)
                        .toList();
    }

    /** As they are written in the garage. */
    public List<String> licenseNumbers() {
        return allVehicles().stream()
                .flatMap(vehicle -> Stream.ofNullable(vehicle.licenseNumber()))
                .map(number -> number.toUpperCase(Locale.ROOT))
                .toList();
    }

    Billing terms() {
        return billing == null ? Billing.USUAL : billing;
    }

    Preferences wishes() {
        return preferences == null ? Preferences.NONE : preferences;
    }

    Map<String, Object> asVariables() {
        return Map.of(
                "customer", person().asVariables(),
                "vehicles", allVehicles().stream().map(Vehicle::asVariables).toList(),
                "billing", terms().asVariables(),
                "preferences", wishes().asVariables());
    }
}
