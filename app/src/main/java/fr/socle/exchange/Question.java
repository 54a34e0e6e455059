package fr.socle.exchange;

import fr.socle.habilitations.HabilitationId;
import fr.socle.kernel.IdentitePivot;
import fr.socle.kernel.PersonRef;
import fr.socle.kernel.Siren;
import fr.socle.kernel.Siret;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked, by whom, about whom, for which case.
 *
 * @param dataSet code of a {@link fr.socle.habilitations.spi.DataCatalogue.DataSet}
 * @param fields codes of the fields that are needed, no more; or {@link #ALL_GRANTED}
 * @param subject whose identity is used: the provider finds the person by it
 * @param onCase for what
 * @param recipient the establishment that a caller from outside named as the one that will obtain
 *     the data; empty when it is the organisation of this house that asks
 * @param fresh whether only the provider itself may answer, and nothing that was kept
 */
public record Question(
        HabilitationId habilitation,
        String dataSet,
        Set<String> fields,
        Requester requester,
        Subject subject,
        Case onCase,
        Optional<Siret> recipient,
        boolean fresh) {

    /** Stands for every field that the habilitation has of the data set. */
    public static final Set<String> ALL_GRANTED = Set.of("*");

    public Question {
        fields = Set.copyOf(fields);
    }

    /** The same question for exactly these fields. */
    public Question of(Set<String> exactly) {
        return new Question(
                habilitation, dataSet, exactly, requester, subject, onCase, recipient, fresh);
    }

    public Question(
            HabilitationId habilitation,
            String dataSet,
            Set<String> fields,
            Requester requester,
            Subject subject,
            Case onCase) {
        this(habilitation, dataSet, fields, requester, subject, onCase, Optional.empty(), false);
    }

    /**
     * The person or company asked about.
     *
     * @param person the one person who is meant, or the reference of the company; empty when nobody
     *     here, or several, could be
     * @param by what the provider finds the subject by
     */
    public record Subject(Optional<PersonRef> person, Search by) {

        /**
         * @param company its reference, by {@code directory.Entreprises}
         * @param number the SIREN or SIRET that the address takes
         * @param query {@code context} and {@code object}, as API Entreprise wants them
         */
        public static Subject of(
                PersonRef company, Siren siren, String number, List<Parameter> query) {
            return new Subject(Optional.of(company), new Search.Entreprise(siren, number, query));
        }

        public Subject(PersonRef person, IdentitePivot identity) {
            this(Optional.of(person), new Search.Pivot(identity));
        }

        /** The company asked about; empty for a person. */
        public Optional<Siren> company() {
            return by instanceof Search.Entreprise(var siren, _, _)
                    ? Optional.of(siren)
                    : Optional.empty();
        }
    }

    /** By what a provider finds a subject. */
    public sealed interface Search {

        /**
         * The civil status of a person whom this house knows.
         *
         * @param more further parameters of the data set's
         */
        record Pivot(IdentitePivot identity, List<Parameter> more) implements Search {
            public Pivot {
                more = List.copyOf(more);
            }

            public Pivot(IdentitePivot identity) {
                this(identity, List.of());
            }
        }

        /** What a caller wrote, in the parameters of API Particulier. */
        record Written(List<Parameter> query) implements Search {
            public Written {
                query = List.copyOf(query);
            }
        }

        /**
         * @param number the SIREN or SIRET that the address takes
         * @param query {@code context} and {@code object}, as API Entreprise wants them
         */
        record Entreprise(Siren siren, String number, List<Parameter> query) implements Search {
            public Entreprise {
                query = List.copyOf(query);
            }
        }
    }

    /** One parameter of a query. */
    public record Parameter(String name, String value) {

        /** Nothing: a civil status does not belong in a log. */
        @Override
        public String toString() {
            return "Parameter[" + name + "]";
        }
    }
}
