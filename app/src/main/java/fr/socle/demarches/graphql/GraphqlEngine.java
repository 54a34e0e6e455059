package fr.socle.demarches.graphql;

import fr.socle.demarches.graphql.read.Reading;
import fr.socle.demarches.graphql.read.Refus;
import fr.socle.demarches.graphql.write.Mutations;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.ParseAndValidate;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.parser.ParserOptions;
import graphql.validation.rules.OverlappingFieldsCanBeMerged;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Executes queries of the contract. */
@Component
class GraphqlEngine {

    private static final Logger LOG = LoggerFactory.getLogger(GraphqlEngine.class);

    /**
     * All but one: clients of the original give one name to fields of several types ({@code value}
     * of each kind of column), which the original lets pass.
     */
    private static final Predicate<Class<?>> RULES =
            it -> !it.equals(OverlappingFieldsCanBeMerged.class);

    /** Made at the first question: a start need not wait for what nobody may ask that day. */
    private final Supplier<GraphQL> graphql;

    private final Map<String, PreparsedDocumentEntry> prepared = new ConcurrentHashMap<>();

    GraphqlEngine(Mutations mutations) {
        this.graphql = SingletonSupplier.of(() -> engine(mutations));
    }

    private GraphQL engine(Mutations mutations) {
        return GraphQL.newGraphQL(Wiring.schema(mutations::run))
                .instrumentation(Limits.instrumentation())
                .preparsedDocumentProvider(this::prepared)
                .defaultDataFetcherExceptionHandler(new Faults())
                .build();
    }

    ExecutionResult execute(GraphqlCall call, Reading reading) {
        return graphql.get()
                .execute(
                        ExecutionInput.newExecutionInput(call.query())
                                .operationName(call.operationName())
                                .variables(call.variables())
                                .graphQLContext(
                                        Map.of(
                                                Reading.class,
                                                reading,
                                                ParserOptions.class,
                                                Limits.parser(),
                                                ParseAndValidate.INTERNAL_VALIDATION_PREDICATE_HINT,
                                                RULES))
                                .build());
    }

    /** The stored queries are read and checked once, because they are long and often asked. */
    private CompletableFuture<PreparsedDocumentEntry> prepared(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> read) {
        var query = input.getQuery();
        return CompletableFuture.completedFuture(
                StoredQueries.isStored(query)
                        ? prepared.computeIfAbsent(query, _ -> read.apply(input))
                        : read.apply(input));
    }

    /** What ends one field becomes an error of the answer; a surprise says nothing to strangers. */
    private static final class Faults implements DataFetcherExceptionHandler {

        @Override
        public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
                DataFetcherExceptionHandlerParameters failed) {
            return CompletableFuture.completedFuture(
                    DataFetcherExceptionHandlerResult.newResult(fault(failed)).build());
        }

        private static GraphqlFault fault(DataFetcherExceptionHandlerParameters failed) {
            var where = failed.getSourceLocation();
            var path = failed.getPath().toList();
            return switch (failed.getException()) {
                case Refus refus -> GraphqlFault.of(refus, where, path);
                case QueryTimeoutException _ -> GraphqlFault.of(Refus.timeout(), where, path);
                case Throwable surprise -> {
                    LOG.error("a field of the GraphQL API failed: {}", path, surprise);
                    yield GraphqlFault.of(Refus.internal(), where, path);
                }
            };
        }
    }
}
