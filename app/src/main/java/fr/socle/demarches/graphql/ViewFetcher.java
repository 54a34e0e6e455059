package fr.socle.demarches.graphql;

import fr.socle.demarches.graphql.read.Shape;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a field of a view by the view's method of the same name: a page of a hundred dossiers has
 * fifty thousand fields, so each method is looked up once.
 */
final class ViewFetcher implements LightDataFetcher<@Nullable Object> {

    private final String field;
    private final ConcurrentMap<Class<?>, MethodHandle> methods = new ConcurrentHashMap<>(2);

    ViewFetcher(String field) {
        this.field = field;
    }

    @Override
    public @Nullable Object get(
            GraphQLFieldDefinition definition,
            Object view,
            Supplier<DataFetchingEnvironment> environment)
            throws Exception {
        return of(view);
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
        return of(Objects.requireNonNull(environment.getSource()));
    }

    private @Nullable Object of(Object view) throws Exception {
        if (view instanceof Shape shape) {
            return shape.field(field);
        }
        var method = methods.get(view.getClass());
        if (method == null) {
            method = methods.computeIfAbsent(view.getClass(), this::method);
        }
        try {
            return (Object) method.invokeExact(view);
        } catch (Exception | Error thrown) {
            throw thrown;
        } catch (Throwable impossible) {
            throw new IllegalStateException("neither an exception nor an error", impossible);
        }
    }

    private MethodHandle method(Class<?> type) {
        try {
            return MethodHandles.publicLookup()
                    .unreflect(type.getMethod(field))
                    .asType(MethodType.methodType(Object.class, Object.class));
        } catch (NoSuchMethodException | IllegalAccessException missing) {
            throw new IllegalStateException(type + " has no public " + field, missing);
        }
    }
}
