package fr.socle.exchange.dataset;

import fr.socle.habilitations.spi.DataCatalogue.DataKind;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one provider gives about one person or company, as a row holds it.
 *
 * @param code stable, as in {@code quotient-familial}
 * @param title as people read it, in French
 * @param fields everything that may ever leave; what no field names never does
 */
public record DataSet(
        String code,
        String title,
        Address address,
        Source source,
        Terms terms,
        List<Field> fields) {

    /** Whose contract the consumers of a data set follow. */
    public enum Api {
        PARTICULIER,
        ENTREPRISE
    }

    /** By what the subject is found. */
    public enum Identification {
        /** The civil status, in the parameters of API Particulier. */
        PIVOT,
        /** A number of the person's at the provider, in the query. */
        IDENTIFIANT,
        /** A legal unit, in the path. */
        SIREN,
        /** An establishment, in the path. */
        SIRET
    }

    /** How secret the data is by law; the entry of each exchange says it. */
    public enum Secrecy {
        PUBLIC,
        PERSONNEL,
        SOCIAL,
        FISCAL,
        MEDICAL
    }

    /**
     * Where consumers ask.
     *
     * @param path with its version first, as in {@code /v3/dss/quotient_familial}; {@code {siren}}
     *     or {@code {siret}} stands for the number. API Particulier's paths go on with how the
     *     person is found: {@code /identite}, {@code /identifiant}, {@code /france_connect}
     * @param federated whether an access token of the citizens' federation may stand for the person
     * @param parameters what the query may hold beside the subject and the recipient
     */
    public record Address(
            Api api, String path, Identification by, boolean federated, List<String> parameters) {
        public Address {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * Who gives it.
     *
     * @param prefix of the provider's error codes, two digits
     * @param name short, as error messages say it
     * @param path of the question, below the provider's base address
     */
    public record Source(String prefix, String name, String path) {}

    /**
     * @param opens hour of Paris from which the provider answers; null with {@code closes} when it
     *     always does
     * @param perMinute how many questions one habilitation may ask
     * @param freshness for how many seconds an answer may be given again; null: never
     */
    public record Terms(
            Secrecy secrecy,
            @Nullable LocalTime opens,
            @Nullable LocalTime closes,
            int perMinute,
            @Nullable Integer freshness) {

        /** Of a provider that is asked each time. */
        public Terms(
                Secrecy secrecy,
                @Nullable LocalTime opens,
                @Nullable LocalTime closes,
                int perMinute) {
            this(secrecy, opens, closes, perMinute, null);
        }

        public static final int MOST_PER_MINUTE = 100_000;

        /** A day, in seconds, as API Particulier keeps the quotient familial. */
        public static final int LONGEST_KEPT = 86_400;

        /** Whether the provider answers at this hour of Paris; a window may pass midnight. */
        public boolean openAt(LocalTime hour) {
            if (opens == null || closes == null) {
                return true;
            }
            return opens.isBefore(closes)
                    ? !hour.isBefore(opens) && hour.isBefore(closes)
                    : !hour.isBefore(opens) || hour.isBefore(closes);
        }
    }

    /**
     * One fact. Right and release are by field.
     *
     * @param code its path in {@code data}, as in {@code quotient_familial.valeur}
     * @param label as people read it, in French
     * @param scope the right that opens it in tokens of the older form
     * @param kind how a procedure takes it
     * @param pointers JSON pointers (RFC 6901) from the root of the answer to the values that it
     *     lets out; {@code *} stands for each element of a list
     */
    public record Field(
            String code, String label, String scope, DataKind kind, List<String> pointers) {
        public Field {
            pointers = List.copyOf(pointers);
        }
    }

    public DataSet {
        fields = List.copyOf(fields);
    }

    /** The scopes that these fields open, sorted. */
    public Set<String> scopes(Set<String> granted) {
        return fields.stream()
                .filter(it -> granted.contains(it.code()))
                .map(Field::scope)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
