package fr.socle.exchange.dataset;

import fr.socle.exchange.dataset.DataSet.Field;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Copies from a provider's answer what was granted, in one passage: nothing that no field names,
 * and no value where the contract has an object or a list, or the other way round. So whatever the
 * provider adds, renames or nests elsewhere stays behind. Numbers and texts are copied as written.
 */
public final class Minimiser {

    /** The members of every answer, present even when empty. */
    static final List<String> ENVELOPE = List.of("data", "links", "meta");

    private static final int LONGEST_TEXT = 10_000_000;

    /** Nothing of it grows with the answer: no table of names, no memory of those passed by. */
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).build())
                    // because closing what comes over HTTP reads it to its end
                    .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                    // because an answer that breaks off must not look whole
                    .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
                    .build();

    /** What came of an answer. */
    public sealed interface Outcome {

        /**
         * @param document the answer without all that was not granted
         * @param fields the codes of the granted fields that it holds
         * @param beyond how many places it had that the contract does not name
         */
        record Kept(byte[] document, Set<String> fields, int beyond) implements Outcome {
            public Kept {
                fields = Set.copyOf(fields);
            }
        }

        /**
         * @param where what is written in another way than the contract says
         */
        record Broken(String where) implements Outcome {}
    }

    /** Ends the passage at the first granted value that breaks the contract. */
    private static final class BrokenContract extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String where;

        private BrokenContract(String where) {
            super(where, null, false, false);
            this.where = where;
        }
    }

    private final JsonParser in;
    private final JsonGenerator out;
    private final Set<String> kept = new HashSet<>();
    private int beyond;

    private Minimiser(JsonParser in, JsonGenerator out) {
        this.in = in;
        this.out = out;
    }

    /** What came of an answer that was copied on. */
    public sealed interface Copy {

        /** As {@link Outcome.Kept}, the document being there where it was copied to. */
        record Done(Set<String> fields, int beyond) implements Copy {
            public Done {
                fields = Set.copyOf(fields);
            }
        }

        /** As {@link Outcome.Broken}; what was copied is worth nothing. */
        record Broken(String where) implements Copy {}
    }

    public static Outcome minimise(byte[] answer, DataSet set, Set<String> granted) {
        var document = new ByteArrayOutputStream(Math.min(answer.length, 8192) + 64);
        try {
            return switch (copy(new ByteArrayInputStream(answer), document, set, granted)) {
                case Copy.Done(var fields, var beyond) ->
                        new Outcome.Kept(document.toByteArray(), fields, beyond);
                case Copy.Broken(var where) -> new Outcome.Broken(where);
            };
        } catch (IOException impossible) {
            throw new UncheckedIOException("in memory", impossible);
        }
    }

    /**
     * Copies while it reads, holding nothing but the present value.
     *
     * @throws IOException when the answer breaks off, or cannot be written
     */
    public static Copy copy(
            InputStream answer, OutputStream document, DataSet set, Set<String> granted)
            throws IOException {
        try (var in = JSON.createParser(answer);
                var out = JSON.createGenerator(document)) {
            var minimiser = new Minimiser(in, out);
            minimiser.envelope(Mask.of(set.fields(), granted));
            out.flush();
            return new Copy.Done(minimiser.kept, minimiser.beyond);
        } catch (BrokenContract broken) {
            return new Copy.Broken(broken.where);
        } catch (JacksonIOException silent) {
            throw silent.getCause();
        } catch (JacksonException notJson) {
            return new Copy.Broken("not JSON");
        }
    }

    private void envelope(Mask root) {
        demand(in.nextToken() == JsonToken.START_OBJECT, "envelope");
        var missing = new HashSet<>(ENVELOPE);
        var seen = new HashSet<String>();
        out.writeStartObject();
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = in.currentName();
            demandOnce(seen, name, root.below(name));
            var token = in.nextToken();
            demand(!name.equals("data") || token.isStructStart(), "data");
            if (token == JsonToken.VALUE_NULL) {
                continue;
            }
            if (value(name, root.below(name))) {
                missing.remove(name);
            }
        }
        demand(!missing.contains("data"), "data");
        for (var part : ENVELOPE) {
            if (missing.contains(part)) {
                out.writeName(part);
                out.writeStartObject();
                out.writeEndObject();
            }
        }
        out.writeEndObject();
        demand(in.nextToken() == null, "envelope");
    }

    /**
     * Copies the current value, or passes it by.
     *
     * @param name to be written before it; null in a list
     */
    private boolean value(@Nullable String name, @Nullable Mask at) {
        if (at == null) {
            return skip();
        }
        if (!at.granted()) {
            in.skipChildren();
            return false;
        }
        return switch (in.currentToken()) {
            case START_OBJECT -> at.isObject() ? object(name, at) : skip();
            case START_ARRAY -> at.elements() != null ? list(name, at) : skip();
            case VALUE_NULL -> nothing(name, at.field());
            default -> at.field() == null ? skip() : scalar(name, at.field());
        };
    }

    private boolean skip() {
        beyond++;
        in.skipChildren();
        return false;
    }

    /** That there is nothing is a fact too. */
    private boolean nothing(@Nullable String name, @Nullable Field field) {
        note(field);
        named(name);
        out.writeNull();
        return true;
    }

    private boolean object(@Nullable String name, Mask at) {
        named(name);
        out.writeStartObject();
        var seen = new HashSet<String>();
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            var member = in.currentName();
            demandOnce(seen, member, at.below(member));
            in.nextToken();
            value(member, at.below(member));
        }
        out.writeEndObject();
        return true;
    }

    private boolean list(@Nullable String name, Mask at) {
        note(at.records());
        named(name);
        out.writeStartArray();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            value(null, at.elements());
        }
        out.writeEndArray();
        return true;
    }

    private boolean scalar(@Nullable String name, Field field) {
        var token = in.currentToken();
        var text = in.getString();
        demand(Writing.fits(field.kind(), token, text), field.code());
        note(field);
        named(name);
        switch (token) {
            case VALUE_STRING -> out.writeString(text);
            case VALUE_TRUE -> out.writeBoolean(true);
            case VALUE_FALSE -> out.writeBoolean(false);
            default -> out.writeNumber(text);
        }
        return true;
    }

    private void note(@Nullable Field field) {
        if (field != null) {
            kept.add(field.code());
        }
    }

    private void named(@Nullable String name) {
        if (name != null) {
            out.writeName(name);
        }
    }

    /** Which of two should leave? Those that no field names are passed by, however many. */
    private static void demandOnce(Set<String> seen, String name, @Nullable Mask at) {
        demand(at == null || seen.add(name), "not JSON");
    }

    private static void demand(boolean right, String where) {
        if (!right) {
            throw new BrokenContract(where);
        }
    }
}
