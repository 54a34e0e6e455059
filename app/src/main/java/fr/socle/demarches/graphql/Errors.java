package fr.socle.demarches.graphql;

import graphql.GraphQLError;
import graphql.InvalidSyntaxError;
import graphql.execution.AbortExecutionException;
import graphql.execution.NonNullableFieldWasNullError;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The errors of the library, in the form of the contract. */
final class Errors {

    /** Of a query that is no GraphQL. */
    static final String UNREADABLE = "graphql_parse_failed";

    private Errors() {}

    static List<GraphqlFault> of(List<GraphQLError> errors) {
        return errors.stream().map(Errors::of).toList();
    }

    private static GraphqlFault of(GraphQLError error) {
        return error instanceof GraphqlFault ours
                ? ours
                : new GraphqlFault(
                        error.getMessage(), code(error), error.getLocations(), error.getPath());
    }

    private static String code(GraphQLError error) {
        return switch (error) {
            case InvalidSyntaxError _ -> UNREADABLE;
            case AbortExecutionException _ -> "query_too_complex";
            case NonNullableFieldWasNullError _ -> "internal_server_error";
            case ValidationError it
                    when it.getValidationErrorType() instanceof ValidationErrorType type ->
                    code(type);
            default -> "bad_request";
        };
    }

    /** The words of the original's library, where it has one. */
    private static String code(@Nullable ValidationErrorType type) {
        return switch (type) {
            case FieldUndefined -> "undefinedField";
            case UnknownArgument -> "argumentNotAccepted";
            case MissingFieldArgument -> "missingRequiredArguments";
            case UndefinedVariable -> "variableNotDefined";
            case UnusedVariable -> "variableNotUsed";
            case VariableTypeMismatch -> "variableMismatch";
            case UnusedFragment -> "useAndDefineFragment";
            case SubselectionRequired, SubselectionNotAllowed -> "selectionMismatch";
            case null, default -> "argumentLiteralsIncompatible";
        };
    }
}
