package com.pitstop.process.slips;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.criteria.CommonAbstractCriteria;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.From;
import jakarta.persistence.criteria.Predicate;

import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;

/** Steps that wait for their next try, or for a person: those that an operator can do something about. */
final class StuckSteps {

    private static final Set<StepState> FAILED = EnumSet.of(StepState.FAILED, StepState.COMPENSATION_FAILED);

    private StuckSteps() {}

    /** Slips that have such steps. */
    static Specification<SlipView> among(ListAffected asked) {
        return (slip, query, where) -> {
            var ofSlip = query.subquery(Integer.class);
            var step = ofSlip.from(StepView.class);
            ofSlip.select(where.literal(1))
                    .where(
                            where.equal(step.get("trackingNumber"), slip.get("trackingNumber")),
                            stuck(asked, step, ofSlip, where));
            return where.exists(ofSlip);
        };
    }

    static Specification<StepView> of(ListAffected asked, Collection<UUID> trackingNumbers) {
        return (step, query, where) ->
                where.and(step.get("trackingNumber").in(trackingNumbers), stuck(asked, step, query, where));
    }

    /** One that is being undone is tried again, but goes on only once a person has to see to it. */
    private static Predicate stuck(
            ListAffected asked, From<?, StepView> step, CommonAbstractCriteria query, CriteriaBuilder where) {
        var waits = where.equal(step.get("state"), StepState.WAITING_RETRY);
        var undoWaits = asked.action() == SlipAction.RETRY
                ? where.and(
                        where.equal(step.get("state"), StepState.COMPENSATING), where.isNotNull(step.get("nextTryAt")))
                : where.disjunction();
        var failed = where.and(step.get("state").in(FAILED), hasIncident(step, query, where));
        return where.and(
                is(step, "participant", asked.filter().participant(), where),
                is(step, "name", asked.filter().step(), where),
                where.or(waits, undoWaits, failed));
    }

    private static Predicate hasIncident(From<?, StepView> step, CommonAbstractCriteria query, CriteriaBuilder where) {
        var open = query.subquery(Integer.class);
        var incident = open.from(IncidentView.class);
        open.select(where.literal(1))
                .where(
                        where.equal(incident.get("trackingNumber"), step.get("trackingNumber")),
                        where.equal(incident.get("step"), step.get("name")),
                        where.isNull(incident.get("resolvedAt")));
        return where.exists(open);
    }

    private static Predicate is(
            From<?, StepView> step, String attribute, @Nullable String value, CriteriaBuilder where) {
        return value == null ? where.conjunction() : where.equal(step.get(attribute), value);
    }
}
