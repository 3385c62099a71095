package io.orderweave.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.effect.EffectHandler;
import io.orderweave.effect.Effects;
import io.orderweave.order.Orders;
import io.orderweave.store.RecordStore;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Evaluating rules can do nothing: from what an evaluation is given, by whatever it holds, takes or returns, no type can be reached that
 * does anything outside a value.
 */
class EvaluationReachesNothingTest {

    /** Packages of ports and SPIs, and of the engine itself. */
    private static final List<String> DOING = List.of(
            "io.orderweave.store", "io.orderweave.connector", "io.orderweave.courier", "io.orderweave.internal");

    @Test
    void noTypeOfAnEvaluationLeadsToAnEffectAStoreOrAConnector() {
        Set<Class<?>> reached =
                reachableFrom(CompiledRules.class, Facts.class, Evaluation.class, RuleSet.class, FieldCatalogue.class);

        assertThat(reached).contains(io.orderweave.order.Order.class, Condition.class, Action.class, FieldValue.class);
        assertThat(reached).filteredOn(EvaluationReachesNothingTest::does).isEmpty();
    }

    @Test
    void wouldSeeTypesThatDo() {
        assertThat(reachableFrom(Effects.class, RecordStore.class, Orders.class))
                .filteredOn(EvaluationReachesNothingTest::does)
                .contains(Effects.class, RecordStore.class, Orders.class);
        assertThat(does(EffectHandler.class)).isTrue();
    }

    private static boolean does(Class<?> type) {
        boolean service = type == Effects.class || type == Orders.class || EffectHandler.class.isAssignableFrom(type);
        return service
                || type.getSimpleName().equals("OrderHub")
                || DOING.stream().anyMatch(type.getPackageName()::startsWith);
    }

    private static Set<Class<?>> reachableFrom(Class<?>... roots) {
        Set<Class<?>> reached = new LinkedHashSet<>(Arrays.asList(roots));
        Deque<Class<?>> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (Class<?> next : members(open.pop())) {
                if (next.getName().startsWith("io.orderweave") && reached.add(next)) {
                    open.add(next);
                }
            }
        }
        return reached;
    }

    private static List<Class<?>> members(Class<?> type) {
        List<Class<?>> members = new ArrayList<>(Arrays.asList(type.getDeclaredClasses()));
        members.addAll(Arrays.asList(type.getInterfaces()));
        for (Field field : type.getDeclaredFields()) {
            collect(field.getGenericType(), members);
        }
        for (Method method : type.getDeclaredMethods()) {
            collect(method.getGenericReturnType(), members);
            parameters(method, members);
        }
        Arrays.stream(type.getDeclaredConstructors()).forEach(constructor -> parameters(constructor, members));
        if (type.isSealed()) {
            members.addAll(Arrays.asList(type.getPermittedSubclasses()));
        }
        return members;
    }

    private static void parameters(Executable code, List<Class<?>> members) {
        for (Type parameter : code.getGenericParameterTypes()) {
            collect(parameter, members);
        }
    }

    private static void collect(Type type, List<Class<?>> members) {
        if (type instanceof Class<?> known) {
            members.add(known.isArray() ? known.getComponentType() : known);
        } else if (type instanceof ParameterizedType parameterized) {
            collect(parameterized.getRawType(), members);
            for (Type argument : parameterized.getActualTypeArguments()) {
                collect(argument, members);
            }
        } else if (type instanceof WildcardType wildcard) {
            for (Type bound : wildcard.getUpperBounds()) {
                collect(bound, members);
            }
        } else if (type instanceof GenericArrayType array) {
            collect(array.getGenericComponentType(), members);
        }
    }
}
