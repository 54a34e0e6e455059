package fr.socle.habilitations.spi;

import java.util.List;
import java.util.Optional;

/** The data sets that can be requested; the block that exchanges them declares one bean. */
public interface DataCatalogue {

    /** By label. */
    List<DataSet> all();

    default Optional<DataSet> find(String code) {
        return all().stream().filter(it -> it.code().equals(code)).findFirst();
    }

    /**
     * What one provider gives about one person or company.
     *
     * @param code stable, as in {@code quotient-familial}
     * @param label key of the message that names it, or the name itself where data describes it
     * @param provider the name of the administration that gives it
     */
    record DataSet(
            String code, String label, String provider, About about, List<DataField> fields) {
        public DataSet {
            fields = List.copyOf(fields);
        }

        /** About a person. */
        public DataSet(String code, String label, String provider, List<DataField> fields) {
            this(code, label, provider, About.PERSONNE, fields);
        }
    }

    /** Whom a data set is about. */
    enum About {
        PERSONNE,
        /** A legal unit, by its SIREN. */
        ENTREPRISE,
        /** One of its establishments, by its SIRET. */
        ETABLISSEMENT
    }

    /**
     * One fact. Right and release are by fact.
     *
     * @param code its path in the provider's answer, as in {@code quotient_familial.valeur}
     * @param label key of the message that names it, or the name itself where data describes it
     */
    record DataField(String code, String label, DataKind kind) {}

    /** How a fact is written. */
    enum DataKind {
        TEXT,
        /** A decimal number with a point. */
        NUMBER,
        /** ISO 8601. */
        DATE,
        /** {@code true} or {@code false}. */
        FLAG,
        /** A list of records, as canonical JSON. */
        RECORDS
    }
}
