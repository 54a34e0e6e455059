package fr.socle.exchange.dataset;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
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

    private Minimiser() {}

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
            var passage = new Passage(in, out);
            passage.envelope(Mask.of(set.fields(), granted));
            out.flush();
            return new Copy.Done(passage.kept(), passage.beyond());
        } catch (Passage.BrokenContract broken) {
            return new Copy.Broken(broken.where());
        } catch (JacksonIOException silent) {
            throw silent.getCause();
        } catch (JacksonException notJson) {
            return new Copy.Broken("not JSON");
        }
    }
}
