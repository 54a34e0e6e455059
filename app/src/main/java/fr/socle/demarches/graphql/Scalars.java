package fr.socle.demarches.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The scalars of the contract, as they are written and read. */
final class Scalars {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int LONGEST = 100;

    private Scalars() {}

    static List<GraphQLScalarType> all() {
        return List.of(
                scalar("ISO8601DateTime", Scalars::moment, Scalars::instant),
                scalar("ISO8601Date", Object::toString, LocalDate::parse),
                // because a number of 64 bits does not survive JavaScript
                scalar("BigInt", Object::toString, BigInteger::new),
                scalar("URL", Object::toString, Function.identity()),
                scalar("Coordinates", Function.identity(), Function.identity()));
    }

    /** On the clock of Paris, to the second: {@code 2026-11-22T14:30:00+01:00}. */
    private static Object moment(Object value) {
        return value instanceof Instant at
                ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        at.truncatedTo(ChronoUnit.SECONDS).atZone(PARIS))
                : value;
    }

    /** A moment without its offset is one of Paris, a day alone its beginning there. */
    private static Instant instant(String text) {
        if (text.length() == "2026-11-22".length()) {
            return LocalDate.parse(text).atStartOfDay(PARIS).toInstant();
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException withoutOffset) {
            return LocalDateTime.parse(text).atZone(PARIS).toInstant();
        }
    }

    private static GraphQLScalarType scalar(
            String name, Function<Object, Object> written, Function<String, ?> read) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(new TextScalar(name, written, read))
                .build();
    }

    private record TextScalar(
            String name, Function<Object, Object> written, Function<String, ?> read)
            implements Coercing<Object, Object> {

        @Override
        public Object serialize(Object value, GraphQLContext context, Locale locale)
                throws CoercingSerializeException {
            return written.apply(value);
        }

        @Override
        public @Nullable Object parseValue(Object input, GraphQLContext context, Locale locale)
                throws CoercingParseValueException {
            var text = input instanceof Number ? input.toString() : input;
            try {
                if (text instanceof String it && it.length() <= LONGEST) {
                    return read.apply(it);
                }
            } catch (DateTimeException | NumberFormatException wrong) {
                throw new CoercingParseValueException("this is not of type " + name, wrong);
            }
            throw new CoercingParseValueException("this is not of type " + name);
        }

        @Override
        public @Nullable Object parseLiteral(
                Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale)
                throws CoercingParseLiteralException {
            var text =
                    switch (input) {
                        case StringValue it -> it.getValue();
                        case IntValue it -> it.getValue().toString();
                        default -> null;
                    };
            try {
                if (text != null) {
                    return parseValue(text, context, locale);
                }
            } catch (CoercingParseValueException wrong) {
                throw new CoercingParseLiteralException(wrong.getMessage(), wrong);
            }
            throw new CoercingParseLiteralException("this is not of type " + name);
        }
    }
}
