package com.pitstop.process.definition;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.expression.EvaluationContext;
import org.springframework.expression.EvaluationException;
import org.springframework.expression.ParseException;
import org.springframework.expression.PropertyAccessor;
import org.springframework.expression.TypedValue;
import org.springframework.expression.spel.SpelNode;
import org.springframework.expression.spel.ast.BooleanLiteral;
import org.springframework.expression.spel.ast.CompoundExpression;
import org.springframework.expression.spel.ast.Literal;
import org.springframework.expression.spel.ast.OpAnd;
import org.springframework.expression.spel.ast.OpEQ;
import org.springframework.expression.spel.ast.OpGE;
import org.springframework.expression.spel.ast.OpGT;
import org.springframework.expression.spel.ast.OpLE;
import org.springframework.expression.spel.ast.OpLT;
import org.springframework.expression.spel.ast.OpNE;
import org.springframework.expression.spel.ast.OpOr;
import org.springframework.expression.spel.ast.OperatorNot;
import org.springframework.expression.spel.ast.PropertyOrFieldReference;
import org.springframework.expression.spel.standard.SpelExpression;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.SimpleEvaluationContext;
import org.springframework.stereotype.Component;

import com.pitstop.process.domain.Conditions;

/** Conditions in the little of Spring's expressions that compares variables, and calls nothing. */
@Component
class SpelConditions implements Conditions {

    private static final java.util.Set<Class<? extends SpelNode>> COMPARISONS = java.util.Set.of(
            OpEQ.class,
            OpNE.class,
            OpLT.class,
            OpLE.class,
            OpGT.class,
            OpGE.class,
            OpAnd.class,
            OpOr.class,
            OperatorNot.class,
            CompoundExpression.class,
            PropertyOrFieldReference.class,
            BooleanLiteral.class);
    private static final int LIMIT = 500;

    private final SpelExpressionParser parser = new SpelExpressionParser();

    @Override
    public boolean hold(String condition, Map<String, Object> variables) {
        if (condition.isBlank()) {
            return true;
        }
        try {
            return Boolean.TRUE.equals(parse(condition).getValue(contextOf(variables), Boolean.class));
        } catch (ParseException | EvaluationException | IllegalArgumentException e) {
            throw new IllegalStateException("The condition `%s` cannot be applied".formatted(condition), e);
        }
    }

    /** What is wrong with a condition, if something is. */
    Optional<String> problem(String condition) {
        try {
            if (!condition.isBlank()) {
                parse(condition);
            }
            return Optional.empty();
        } catch (ParseException | IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private SpelExpression parse(String condition) {
        if (condition.length() > LIMIT) {
            throw new IllegalArgumentException("it has more than %d characters".formatted(LIMIT));
        }
        var parsed = parser.parseRaw(condition);
        requireComparisons(parsed.getAST());
        return parsed;
    }

    private static void requireComparisons(SpelNode node) {
        if (!COMPARISONS.contains(node.getClass()) && !(node instanceof Literal)) {
            throw new IllegalArgumentException("`%s` does more than compare variables".formatted(node.toStringAST()));
        }
        for (var i = 0; i < node.getChildCount(); i++) {
            requireComparisons(node.getChild(i));
        }
    }

    private static EvaluationContext contextOf(Map<String, Object> variables) {
        return SimpleEvaluationContext.forPropertyAccessors(new VariablesOnly())
                .withAssignmentDisabled()
                .withRootObject(variables)
                .build();
    }

    /** Reads the entries of maps. Of everything else all is null. */
    private static final class VariablesOnly implements PropertyAccessor {

        @Override
        public Class<?> @Nullable [] getSpecificTargetClasses() {
            return null;
        }

        @Override
        public boolean canRead(EvaluationContext context, @Nullable Object target, String name) {
            return true;
        }

        @Override
        public TypedValue read(EvaluationContext context, @Nullable Object target, String name) {
            return target instanceof Map<?, ?> map ? new TypedValue(map.get(name)) : TypedValue.NULL;
        }

        @Override
        public boolean canWrite(EvaluationContext context, @Nullable Object target, String name) {
            return false;
        }

        @Override
        public void write(EvaluationContext context, @Nullable Object target, String name, @Nullable Object newValue) {
            throw new UnsupportedOperationException("A condition changes nothing");
        }
    }
}
