package fr.socle.demarches.definition;

import java.util.List;
import java.util.Locale;

/**
 * What another administration needs to find somebody; its answer is a {@link Valeur.Identite}, part
 * by part. The data itself comes through a habilitation, never from here.
 */
public record Identifiants(Fournisseur fournisseur) implements ChampType {

    /** Who would answer, and what it asks. */
    public enum Fournisseur {
        /** Caisse d'allocations familiales. */
        CNAF("numero-allocataire", "code-postal"),
        /** Direction générale des finances publiques. */
        DGFIP("numero-fiscal", "reference-avis"),
        /** France Travail, once Pôle emploi. */
        FRANCE_TRAVAIL("identifiant"),
        /** Higher education: the national number of a student. */
        MESRI("ine"),
        /** The games of 2024: kept so that old procedures are read whole. */
        COJO("numero-accreditation", "date-naissance");

        private final List<String> parts;

        Fournisseur(String... parts) {
            this.parts = List.of(parts);
        }

        /** The names of the inputs, each with the label {@code demarches.part.<name>}. */
        public List<String> parts() {
            return parts;
        }
    }

    @Override
    public String code() {
        return fournisseur.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
