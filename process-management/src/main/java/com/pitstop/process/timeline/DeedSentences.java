package com.pitstop.process.timeline;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import com.pitstop.shared.billing.BillingAccountOpened;
import com.pitstop.shared.billing.PaymentAuthorizationRequested;
import com.pitstop.shared.billing.PaymentAuthorized;
import com.pitstop.shared.billing.PaymentCaptured;
import com.pitstop.shared.billing.PaymentDeclined;
import com.pitstop.shared.customer.CustomerDeactivated;
import com.pitstop.shared.order.RepairOrderRejected;
import com.pitstop.shared.parts.DeliveryArranged;
import com.pitstop.shared.parts.DeliveryCancelled;
import com.pitstop.shared.parts.DeliveryReceived;
import com.pitstop.shared.parts.PartsReleased;
import com.pitstop.shared.parts.PartsReserved;
import com.pitstop.shared.vehicle.VehicleRegistered;
import com.pitstop.shared.vehicle.VehicleUnregistered;
import com.pitstop.shared.workshop.MaintenanceJobCancelled;
import com.pitstop.shared.workshop.MaintenanceJobPlanned;

/**
 * What is said of the events of contexts. Many need no words of their own: {@code ContactPreferencesSet} is told as "Contact
 * preferences set". Nothing is said about people.
 */
final class DeedSentences {

    private static final String KERNEL = "com.pitstop.shared.";
    private static final Map<Class<?>, Function<Object, String>> TELLINGS = new HashMap<>();

    static {
        tell(PartsReserved.class, e -> "%d of %s are kept".formatted(e.quantity(), e.sku()));
        tell(PartsReleased.class, e -> "%d of %s are free again".formatted(e.quantity(), e.sku()));
        tell(
                DeliveryArranged.class,
                e -> "%d of %s are ordered, and expected on %s".formatted(e.quantity(), e.sku(), e.expectedOn()));
        tell(DeliveryReceived.class, e -> "%d of %s have arrived".formatted(e.quantity(), e.sku()));
        tell(DeliveryCancelled.class, e -> "The delivery of %s is cancelled: %s".formatted(e.sku(), e.reason()));
        tell(
                PaymentAuthorizationRequested.class,
                e -> "The provider is asked for %s %s".formatted(e.currency(), e.amount()));
        tell(PaymentAuthorized.class, e -> "%s %s are set aside".formatted(e.currency(), e.amount()));
        tell(PaymentDeclined.class, e -> "Payment declined: %s".formatted(e.reason()));
        tell(PaymentCaptured.class, e -> "%s %s are paid".formatted(e.currency(), e.amount()));
        tell(BillingAccountOpened.class, e -> "Billing account opened, %s".formatted(e.plan()));
        tell(
                MaintenanceJobPlanned.class,
                e -> "A job for %s is planned, %s to %s".formatted(e.licenseNumber(), e.start(), e.end()));
        tell(MaintenanceJobCancelled.class, e -> "Maintenance job cancelled: %s".formatted(e.reason()));
        tell(VehicleRegistered.class, e -> "Vehicle %s registered".formatted(e.licenseNumber()));
        tell(VehicleUnregistered.class, e -> "Vehicle %s unregistered: %s".formatted(e.licenseNumber(), e.reason()));
        tell(CustomerDeactivated.class, e -> "Customer deactivated: %s".formatted(e.reason()));
        tell(RepairOrderRejected.class, e -> "Repair order rejected: %s".formatted(e.reason()));
    }

    private DeedSentences() {}

    /** Of what happened in another context than that of slips, and not of what is on record besides. */
    static boolean tell(Class<?> event) {
        return event.getName().startsWith(KERNEL)
                && !context(event).equals("process")
                && !context(event).equals("audit");
    }

    static String of(Object event) {
        return TELLINGS.getOrDefault(event.getClass(), DeedSentences::byName).apply(event);
    }

    /** Of an event of the kernel. */
    static String context(Class<?> event) {
        return event.getPackageName().substring(KERNEL.length());
    }

    private static String byName(Object event) {
        var words = event.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return words.charAt(0) + words.substring(1).toLowerCase(Locale.ROOT);
    }

    private static <T> void tell(Class<T> type, Function<T, String> sentence) {
        TELLINGS.put(type, event -> sentence.apply(type.cast(event)));
    }
}
