package com.pitstop.allinone;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

import com.pitstop.chassis.processing.InOrder;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The rules the code keeps to, so that nobody has to remember them. */
@AnalyzeClasses(packages = "com.pitstop", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theDomainKnowsTheLanguageAndAxonsAnnotationsOnly = classes()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..",
                    "com.pitstop.shared..",
                    "com.pitstop..domain..",
                    "org.jspecify..",
                    "org.axonframework.commandhandling..",
                    "org.axonframework.eventsourcing..",
                    "org.axonframework.modelling.command..",
                    "org.axonframework.serialization..",
                    "org.axonframework.messaging.annotation..",
                    "org.axonframework.spring.stereotype.."));

    @ArchTest
    static final ArchRule theKernelKnowsNothingOfTheGarage = classes()
            .that()
            .resideInAPackage("com.pitstop.shared..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..", "com.pitstop.shared..", "org.jspecify..", "org.axonframework.serialization.."));

    @ArchTest
    static final ArchRule theChassisKnowsNoContext = noClasses()
            .that()
            .resideInAPackage("com.pitstop.chassis..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.pitstop.audit..",
                    "com.pitstop.billing..",
                    "com.pitstop.customer..",
                    "com.pitstop.notification..",
                    "com.pitstop.parts..",
                    "com.pitstop.process..",
                    "com.pitstop.vehicle..",
                    "com.pitstop.workshop..");

    @ArchTest
    static final ArchRule contextsMeetInEventsOnly = slices().matching(
                    "com.pitstop.(audit|billing|customer|notification|parts|process|vehicle|workshop)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("com.pitstop.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nobodyCallsAnAggregate =
            classes().that().areAnnotatedWith(Aggregate.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule aggregatesSayTheirRevision =
            classes().that().areAnnotatedWith(Aggregate.class).should().beAnnotatedWith(Revision.class);

    @ArchTest
    static final ArchRule eventsAreRecords = classes()
            .that()
            .resideInAPackage("com.pitstop.shared.*..")
            .and()
            .areAnnotatedWith(Revision.class)
            .should()
            .beRecords();

    @ArchTest
    static final ArchRule projectionsCanBeRebuilt = classes()
            .that()
            .areAnnotatedWith(ProcessingGroup.class)
            .and()
            .haveSimpleNameNotStartingWith("When") // a policy has no rows to throw away
            .should(haveAResetHandler());

    /** But for one that is handled in order with what it knows: it is for that to be replayed, and looks what is done. */
    @ArchTest
    static final ArchRule policiesAreNotReplayed = classes()
            .that()
            .areAnnotatedWith(ProcessingGroup.class)
            .and()
            .haveSimpleNameStartingWith("When")
            .and()
            .areNotAnnotatedWith(InOrder.class)
            .should()
            .beAnnotatedWith(DisallowReplay.class);

    @ArchTest
    static final ArchRule eventSourcingHandlersAreNamedOn = methods()
            .that()
            .areAnnotatedWith(EventSourcingHandler.class)
            .should()
            .haveName("on");

    @ArchTest
    static final ArchRule eventSourcingHandlersOnlyAssign =
            noMethods().that().areAnnotatedWith(EventSourcingHandler.class).should(callWhatHistoryMustNotDependOn());

    @ArchTest
    static final ArchRule nobodyAsksTheMachineWhatTimeItIs = noClasses()
            .that()
            .resideInAnyPackage(
                    "com.pitstop.audit..",
                    "com.pitstop.billing..",
                    "com.pitstop.customer..",
                    "com.pitstop.notification..",
                    "com.pitstop.parts..",
                    "com.pitstop.process..",
                    "com.pitstop.vehicle..",
                    "com.pitstop.workshop..")
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    private static ArchCondition<JavaClass> haveAResetHandler() {
        return new ArchCondition<>("have a @ResetHandler") {
            @Override
            public void check(JavaClass projection, ConditionEvents events) {
                var has =
                        projection.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(ResetHandler.class));
                events.add(new SimpleConditionEvent(
                        projection, has, projection.getName() + " has a reset handler: " + has));
            }
        };
    }

    private static ArchCondition<JavaMethod> callWhatHistoryMustNotDependOn() {
        DescribedPredicate<JavaClass> forbidden = resideInAPackage("org.slf4j..")
                .or(DescribedPredicate.describe("clock", type -> type.isAssignableTo(Clock.class)))
                .or(DescribedPredicate.describe("exception", type -> type.isAssignableTo(Throwable.class)));
        return new ArchCondition<>("log, read a clock or throw") {
            @Override
            public void check(JavaMethod handler, ConditionEvents events) {
                handler.getCallsFromSelf()
                        .forEach(call -> events.add(new SimpleConditionEvent(
                                handler, forbidden.test(call.getTargetOwner()), call.getDescription())));
            }
        };
    }
}
