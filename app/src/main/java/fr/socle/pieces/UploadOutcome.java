package fr.socle.pieces;

import fr.socle.kernel.Refusal;
import org.springframework.util.MultiValueMap;

/** What became of a streamed form. */
public sealed interface UploadOutcome {

    /**
     * It was read to its end; each file was handed over as it came.
     *
     * @param fields the values that are not files, for {@link fr.socle.ui.form.Form#of}
     */
    record Complete(MultiValueMap<String, String> fields) implements UploadOutcome {}

    /**
     * It was not read to its end. What was handed over before stands; the caller purges it if he
     * wants all or nothing.
     */
    sealed interface Refused extends UploadOutcome {

        Refusal refusal();

        default int status() {
            return 422;
        }
    }

    /** Not a form of type {@code multipart/form-data}, or a broken one. */
    record Malformed() implements Refused {
        @Override
        public Refusal refusal() {
            return Refusal.of("pieces.upload.malformed");
        }

        @Override
        public int status() {
            return 400;
        }
    }

    record TooManyParts(int limit) implements Refused {
        @Override
        public Refusal refusal() {
            return Refusal.of("pieces.upload.too-many-parts", limit);
        }
    }

    /**
     * It was read to its end, without that field.
     *
     * @param others the values that are not too long
     */
    record FieldTooLong(String field, int limit, MultiValueMap<String, String> others)
            implements Refused {
        @Override
        public Refusal refusal() {
            return Refusal.of("pieces.upload.field-too-long", limit);
        }
    }

    /** A field that is not UTF-8. */
    record BadEncoding(String field) implements Refused {
        @Override
        public Refusal refusal() {
            return Refusal.of("pieces.upload.bad-encoding");
        }
    }

    /** The name of a file holds a character that no name holds. */
    record BadFileName(String field) implements Refused {
        @Override
        public Refusal refusal() {
            return Refusal.of("pieces.name.unreadable");
        }
    }

    /**
     * The name of a file is so long that what it belongs to was not read.
     *
     * @param limit in characters
     */
    record NameTooLong(int limit) implements Refused {
        @Override
        public Refusal refusal() {
            return Refusal.of("pieces.name.too-long", limit);
        }
    }

    /**
     * @param limit of the whole form, in bytes
     */
    record TooLarge(long limit) implements Refused {
        @Override
        public Refusal refusal() {
            return Refusal.of("pieces.refused.too-large", Sizes.megabytes(limit));
        }

        @Override
        public int status() {
            return 413;
        }
    }

    record Interrupted() implements Refused {
        @Override
        public Refusal refusal() {
            return Refusal.of("pieces.refused.interrupted");
        }

        @Override
        public int status() {
            return 400;
        }
    }
}
