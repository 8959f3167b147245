package com.pitstop.process.slips;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;

import com.pitstop.chassis.persistence.Filter;

/** Routing slips as they are asked for. */
final class SlipFilters {

    private static final List<StepState> OPEN =
            Arrays.stream(StepState.values()).filter(StepState::isOpen).toList();

    private SlipFilters() {}

    static Specification<SlipView> matching(SlipFilter asked) {
        return Specification.allOf(
                ofTheWhole(asked),
                withOpenStep("participant", asked.participant()),
                withOpenStep("name", asked.step()));
    }

    /** By all but steps. */
    static Specification<SlipView> ofTheWhole(SlipFilter asked) {
        return Specification.allOf(
                Filter.is("state", asked.state()),
                Filter.is("process", asked.process()),
                Filter.is("customerId", asked.customerId()),
                Filter.is("licenseNumber", asked.licenseNumber()),
                startedIn(asked));
    }

    private static Specification<SlipView> startedIn(SlipFilter asked) {
        return (slip, query, where) -> {
            var after = asked.startedAfter();
            var before = asked.startedBefore();
            return where.and(
                    after == null ? where.conjunction() : where.greaterThanOrEqualTo(slip.get("startedAt"), after),
                    before == null ? where.conjunction() : where.lessThan(slip.get("startedAt"), before));
        };
    }

    private static Specification<SlipView> withOpenStep(String attribute, @Nullable String value) {
        if (value == null) {
            return Specification.unrestricted();
        }
        return (slip, query, where) -> {
            var ofSlip = query.subquery(Integer.class);
            var step = ofSlip.from(StepView.class);
            ofSlip.select(where.literal(1))
                    .where(
                            where.equal(step.get("trackingNumber"), slip.get("trackingNumber")),
                            where.equal(step.get(attribute), value),
                            step.get("state").in(OPEN));
            return where.exists(ofSlip);
        };
    }
}
