package com.pitstop.allinone.matrix;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

import org.springframework.context.ApplicationContext;

import com.pitstop.process.intake.OnboardingIntake;
import com.pitstop.process.intake.OnboardingRequest;
import com.pitstop.process.intake.RepairOrderIntake;
import com.pitstop.process.intake.RepairOrderRequest;

import tools.jackson.databind.json.JsonMapper;

/** What clients ask for, with a number that makes each request one of its own. As many of a kind as lead to every step. */
final class Requests {

    private static final JsonMapper JSON = new JsonMapper();

    private final OnboardingIntake onboarding;
    private final RepairOrderIntake repairOrder;
    private final Garage garage;

    Requests(ApplicationContext beans, Garage garage) {
        onboarding = beans.getBean(OnboardingIntake.class);
        repairOrder = beans.getBean(RepairOrderIntake.class);
        this.garage = garage;
    }

    /** The variables that a slip begins with, by the process and then by the number. */
    Map<String, List<IntFunction<Map<String, Object>>>> byProcess() {
        return Map.of(
                "repair-order", List.of(this::repairOrder),
                "customer-onboarding",
                        List.of(
                                number -> onboarding(number, "SERVICE_PLAN"),
                                number -> onboarding(number, "PAY_AS_YOU_GO")));
    }

    private Map<String, Object> repairOrder(int number) {
        var day = Garage.day(number);
        return repairOrder.variables(JSON.readValue(
                """
                {"customerId": "%s", "licenseNumber": "%s", "amount": %s, "card": "card_approved",
                 "lines": [{"sku": "%s", "quantity": %d}, {"sku": "%s", "quantity": %d, "onOrder": true}],
                 "preferredSlot": {"start": "%sT09:00:00", "end": "%sT10:00:00"}}""".formatted(
                                garage.customerId(),
                                Garage.VEHICLE,
                                Garage.amount(number),
                                Garage.onTheShelf(number),
                                Garage.PIECES,
                                Garage.onOrder(number),
                                Garage.PIECES,
                                day,
                                day),
                RepairOrderRequest.class));
    }

    private Map<String, Object> onboarding(int number, String plan) {
        return onboarding.variables(JSON.readValue(
                """
                {"customer": {"email": "%s", "firstName": "Noor", "lastName": "Visser", "phone": "+31655501234",
                              "address": "Kade 2", "postalCode": "7411 AA", "city": "Deventer"},
                 "vehicles": [{"licenseNumber": "%s", "brand": "Volvo", "type": "EX30"}],
                 "billing": {"plan": "%s", "paymentMethod": "CARD"},
                 "preferences": {"newsletter": true, "dataSharing": true}}""".formatted(Garage.email(number), Garage.licenseNumber(number), plan), OnboardingRequest.class));
    }
}
