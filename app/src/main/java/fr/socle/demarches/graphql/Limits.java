package fr.socle.demarches.graphql;

import graphql.analysis.FieldComplexityCalculator;
import graphql.analysis.FieldComplexityEnvironment;
import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.Instrumentation;
import graphql.parser.ParserOptions;

/** How much one query may ask. The stored queries stay far below. */
final class Limits {

    /** As the original's. */
    static final int DEPTH = 15;

    /** Fields of the query once its fragments are spread; a field of the root counts much more. */
    static final int COMPLEXITY = 5_000;

    /** Each is a look-up of its own, so twenty names for the same field are twenty of them. */
    static final int OF_A_ROOT = 250;

    static final int TOKENS = 20_000;
    static final int CHARACTERS = 200_000;

    private Limits() {}

    static Instrumentation instrumentation() {
        return new ChainedInstrumentation(
                new MaxQueryDepthInstrumentation(DEPTH),
                new MaxQueryComplexityInstrumentation(COMPLEXITY, cost()));
    }

    static ParserOptions parser() {
        return ParserOptions.newParserOptions()
                .maxTokens(TOKENS)
                .maxCharacters(CHARACTERS)
                .maxWhitespaceTokens(CHARACTERS)
                .build();
    }

    private static FieldComplexityCalculator cost() {
        return (field, children) ->
                children
                        + (field.getParentEnvironment() == null && !isIntrospection(field)
                                ? OF_A_ROOT
                                : 1);
    }

    private static boolean isIntrospection(FieldComplexityEnvironment field) {
        return field.getField().getName().startsWith("__");
    }
}
