package com.pitstop.process.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.springframework.stereotype.Component;

import com.pitstop.process.customers.KnownPeople;
import com.pitstop.process.intake.OnboardingRequest.Billing;
import com.pitstop.process.intake.OnboardingRequest.Person;
import com.pitstop.process.intake.OnboardingRequest.Vehicle;
import com.pitstop.shared.RuleViolatedException;
import com.pitstop.shared.vehicle.LicenseNumber;

import static com.pitstop.process.intake.OnboardingRequest.Billing.PAY_AS_YOU_GO;
import static com.pitstop.process.intake.OnboardingRequest.Preferences.isTrue;

/** Decides whom the garage takes on as a customer. */
@Component
public class OnboardingIntake {

    private static final Set<String> PLANS = Set.of(PAY_AS_YOU_GO, "SERVICE_PLAN", "FLEET");
    private static final Set<String> METHODS = Set.of("CARD", "DIRECT_DEBIT", "INVOICE");
    private static final String EMAIL = "[^@\\s\\p{Cc}\\p{Cs}]+@[^@\\s\\p{Cc}\\p{Cs}]+\\.[^@\\s.\\p{Cc}\\p{Cs}]+";
    private static final String E_164 = "\\+[1-9]\\d{6,14}";
    private static final String REFERRAL = "REF-[A-Z0-9]{8}";
    private static final int MOST_VEHICLES = 20;
    private static final int PART_OF_NAME = 49;

    private final IntakeSettings settings;
    private final KnownPeople people;

    OnboardingIntake(IntakeSettings settings, KnownPeople people) {
        this.settings = settings;
        this.people = people;
    }

    /**
     * As which customer somebody is known already, who asks for what is as it may be.
     *
     * @throws RuleViolatedException {@code customer-known-otherwise} when their mail address is known with other details
     */
    public Optional<UUID> knownAs(OnboardingRequest request) {
        return people.find(request.person().details());
    }

    /**
     * What the process begins with.
     *
     * @throws IntakeRefusedException naming all that is wrong
     */
    public Map<String, Object> variables(OnboardingRequest request) {
        var checks = new Checks();
        checkPerson(request.person(), checks);
        checkVehicles(request.allVehicles(), checks);
        checkTerms(request.terms(), checks);
        checkWishes(request, checks);
        var others = checks.errors();
        var paid = !PAY_AS_YOU_GO.equals(request.terms().plan());
        if (paid && request.terms().paymentMethod() == null) {
            checks.refuse("billing.paymentMethod", "is needed for a paid plan");
            throw new IntakeRefusedException(checks.errors(), others.isEmpty());
        }
        if (!others.isEmpty()) {
            throw new IntakeRefusedException(others);
        }
        return request.asVariables();
    }

    private void checkPerson(Person person, Checks checks) {
        var email = person.email();
        checks.requiredShape("customer.email", email, EMAIL, "must be an e-mail address");
        if (email != null) {
            checks.require(email.length() <= 254, "customer.email", "must have at most 254 characters");
            checks.require(!settings.blocks(email), "customer.email", "must not be of this mail domain");
        }
        checks.text("customer.firstName", person.firstName(), PART_OF_NAME);
        checks.text("customer.lastName", person.lastName(), PART_OF_NAME);
        checks.requiredShape("customer.phone", person.phone(), E_164, "must read like +31612345678");
        checks.text("customer.address", person.address(), 200);
        checks.text("customer.postalCode", person.postalCode(), 20);
        checks.text("customer.city", person.city(), 100);
    }

    private static void checkVehicles(List<Vehicle> vehicles, Checks checks) {
        checks.require(vehicles.size() <= MOST_VEHICLES, "vehicles", "must be at most %d".formatted(MOST_VEHICLES));
        var seen = new HashSet<String>();
        for (var i = 0; i < vehicles.size(); i++) {
            var vehicle = vehicles.get(i);
            var field = "vehicles[%d].".formatted(i);
            var number = vehicle.licenseNumber();
            checks.requiredShape(field + "licenseNumber", number, LicenseNumber.PATTERN, "must read like KN-16-RS");
            checks.require(
                    number == null || seen.add(number.toUpperCase(Locale.ROOT)),
                    field + "licenseNumber",
                    "must not be there twice");
            checks.text(field + "brand", vehicle.brand(), 50);
            checks.text(field + "type", vehicle.type(), 100);
        }
    }

    private static void checkTerms(Billing terms, Checks checks) {
        var plan = terms.plan();
        var method = terms.paymentMethod();
        checks.require(plan != null && PLANS.contains(plan), "billing.plan", "must be one of " + new TreeSet<>(PLANS));
        checks.require(
                method == null || METHODS.contains(method),
                "billing.paymentMethod",
                "must be one of " + new TreeSet<>(METHODS));
        checks.require(
                !"INVOICE".equals(method) || "FLEET".equals(plan),
                "billing.paymentMethod",
                "can be INVOICE for fleets only");
        checks.shape("billing.referralCode", terms.referralCode(), REFERRAL, "must read like REF-AB12CD34");
        var address = terms.billingAddress();
        if (address != null) {
            checks.text("billing.billingAddress.address", address.address(), 200);
            checks.text("billing.billingAddress.postalCode", address.postalCode(), 20);
            checks.text("billing.billingAddress.city", address.city(), 100);
        }
    }

    private static void checkWishes(OnboardingRequest request, Checks checks) {
        var wishes = request.wishes();
        checks.require(
                !isTrue(wishes.sms()) || request.person().phone() != null, "preferences.sms", "needs customer.phone");
        checks.require(
                !isTrue(wishes.newsletter()) || isTrue(wishes.dataSharing()),
                "preferences.newsletter",
                "needs consent: preferences.dataSharing");
    }
}
