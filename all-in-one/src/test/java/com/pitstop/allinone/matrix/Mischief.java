package com.pitstop.allinone.matrix;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.beans.factory.ObjectProvider;

import com.pitstop.chassis.messaging.Reactions;
import com.pitstop.chassis.messaging.Refused;
import com.pitstop.chassis.steps.CarriedStepAnswers.Carrier;
import com.pitstop.chassis.steps.Reply;
import com.pitstop.chassis.steps.StepAnswers;
import com.pitstop.process.domain.CancelRoutingSlip;
import com.pitstop.process.domain.RoutingSlipId;
import com.pitstop.shared.process.StepAnswered;
import com.pitstop.shared.process.StepRequested;

/**
 * Lets go wrong what is to: between participants and slips, and nowhere in them. What is about a request or its answer
 * happens however often that is handled; a participant is killed once.
 */
final class Mischief implements Carrier, AutoCloseable {

    private static final String ANSWERS = "process-answers";
    private static final Set<String> TOO_LATE = Set.of("before-pivot", "slip-running");

    /** What nothing in the garage catches, so that it comes to an end there and then. */
    private static final class PowerCut extends Error {

        private static final long serialVersionUID = 1L;

        PowerCut() {
            super("Killed", null, false, false);
        }
    }

    private final Map<String, Case> cases = new ConcurrentHashMap<>();
    private final Set<String> toFail = ConcurrentHashMap.newKeySet();
    private final Set<Case> happened = ConcurrentHashMap.newKeySet();
    private final ExecutorService restarts = Executors.newCachedThreadPool();
    private final ObjectProvider<StepAnswers> answers;
    private final ObjectProvider<EventProcessingConfiguration> processing;
    private final ObjectProvider<Reactions> reactions;

    Mischief(
            ObjectProvider<StepAnswers> answers,
            ObjectProvider<EventProcessingConfiguration> processing,
            ObjectProvider<Reactions> reactions) {
        this.answers = answers;
        this.processing = processing;
        this.reactions = reactions;
    }

    void plan(Collection<Case> planned) {
        planned.forEach(one -> {
            cases.put(one.stepKey(), one);
            one.keyToFail().ifPresent(toFail::add);
        });
    }

    boolean hasHappened(Case one) {
        return happened.contains(one);
    }

    /** For the processing group of that name. */
    MessageHandlerInterceptor<EventMessage<?>> in(String group) {
        return (unitOfWork, chain) -> handle(group, unitOfWork, chain);
    }

    private Object handle(String group, UnitOfWork<? extends EventMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        var event = unitOfWork.getMessage().getPayload();
        if (event instanceof StepRequested asked && isDeskOf(asked.participant(), group)) {
            return handle(group, asked, chain);
        }
        if (event instanceof StepAnswered answered
                && group.equals(ANSWERS)
                && isToHappen(answered.stepKey(), Fault.ANSWERED_TWICE)) {
            chain.proceed();
        }
        return proceed(group, chain);
    }

    private static boolean isDeskOf(String participant, String group) {
        return group.equals(participant) || group.equals(participant + "-activities");
    }

    private Object handle(String group, StepRequested asked, InterceptorChain chain) throws Exception {
        var key = asked.stepKey();
        if (isToHappen(key, Fault.REFUSED)) {
            return answer(asked, Reply.refused("made-up", "The test does not like it"));
        }
        if (toFail.contains(key) || isToHappen(key, Fault.FAILED_FOR_NOW)) {
            return answer(asked, Reply.failedForNow("The test does not like it yet"));
        }
        if (isToHappen(key, Fault.NOT_DONE_IN_SILENCE)) {
            return null;
        }
        if (isToHappenOnce(key, Fault.KILLED_BEFORE)) {
            throw killed(group);
        }
        return proceed(group, chain);
    }

    @Override
    public void carry(String stepKey, Runnable delivery) {
        if (isToHappen(stepKey, Fault.DONE_IN_SILENCE)) {
            return;
        }
        if (isToHappenOnce(stepKey, Fault.KILLED_AFTER)) {
            throw new PowerCut();
        }
        if (isToHappen(stepKey, Fault.CANCELLED_BEFORE_ANSWER)) {
            cancel(cases.get(stepKey));
        }
        delivery.run();
    }

    private Object answer(StepRequested asked, Reply reply) {
        answers.getObject().give(asked.trackingNumber(), asked.stepKey(), reply);
        return null;
    }

    private Object proceed(String group, InterceptorChain chain) throws Exception {
        try {
            return chain.proceed();
        } catch (PowerCut cut) {
            throw killed(group);
        }
    }

    /** What the group had not stored is lost, and it comes back to where it was. */
    private RuntimeException killed(String group) {
        restarts.execute(() -> restart(processing
                .getObject()
                .eventProcessor(group, StreamingEventProcessor.class)
                .orElseThrow()));
        return new IllegalStateException("Killed");
    }

    private static void restart(StreamingEventProcessor processor) {
        synchronized (processor) {
            processor.shutDown();
            processor.start();
        }
    }

    private void cancel(Case one) {
        try {
            reactions
                    .getObject()
                    .send(new CancelRoutingSlip(new RoutingSlipId(one.trackingNumber()), "The customer is ill"));
        } catch (CommandExecutionException failure) {
            requireTooLate(failure);
        }
    }

    /** Past the pivot, or over: who is killed after an answer gives it again when the slip has gone on. */
    private static void requireTooLate(CommandExecutionException failure) {
        if (Refused.from(failure)
                .filter(refused -> TOO_LATE.contains(refused.rule()))
                .isEmpty()) {
            throw failure;
        }
    }

    private boolean isToHappen(String stepKey, Fault fault) {
        var one = cases.get(stepKey);
        var wanted = one != null && one.fault() == fault;
        if (wanted) {
            happened.add(one);
        }
        return wanted;
    }

    private boolean isToHappenOnce(String stepKey, Fault fault) {
        var one = cases.get(stepKey);
        return one != null && one.fault() == fault && happened.add(one);
    }

    @Override
    public void close() {
        restarts.shutdown();
    }
}
