package fr.socle.citoyen.entreprise;

import static fr.socle.journal.Audience.AUDITEUR;
import static fr.socle.journal.Audience.PERSONNE;

import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import fr.socle.kernel.PersonRef;
import java.time.Period;
import java.util.List;

/**
 * What representatives do with the file of their company. All of them read it there; it is about
 * the company alone, so that none of them can have it erased with a file of their own.
 */
sealed interface EntrepriseAct extends Entry {

    Retention THREE_YEARS = Retention.of(Period.ofYears(3));

    /** One of them looked at a page, or took something away. */
    record Acces(Representant who, Quoi quoi) implements EntrepriseAct {

        static final Kind KIND = new Kind("citoyen.entreprise-acces", THREE_YEARS);

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public List<Part> parts() {
            var proof = who.proof();
            return List.of(
                    Part.readBy(PERSONNE)
                            .about(who.company())
                            .with("motif", told())
                            .with("representant", who.name())
                            .with("fonction", proof.fonction())
                            .with("registre", proof.source())
                            .with("consulte", proof.at().toString()),
                    Part.readBy(AUDITEUR).with("acces", quoi.name()));
        }

        private String told() {
            return quoi.words()
                    + " par "
                    + who.name()
                    + ", "
                    + who.proof().fonction()
                    + " d’après « "
                    + who.proof().source()
                    + " »";
        }
    }

    /**
     * Somebody wanted to look whom the register does not name. Who is not told: it accuses no one.
     */
    record Refus(PersonRef company, Representation.Motif motif) implements EntrepriseAct {

        static final Kind KIND = new Kind("citoyen.entreprise-refus", THREE_YEARS);

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public List<Part> parts() {
            return List.of(
                    Part.readBy(PERSONNE)
                            .about(company)
                            .with("motif", words())
                            .with("issue", "refusé"),
                    Part.readBy(AUDITEUR).with("refus", motif.name()));
        }

        private String words() {
            return switch (motif) {
                case INCONNUE -> "Le registre ne connaît pas cette entreprise.";
                case ABSENT,
                        SANS_POUVOIR,
                        NAISSANCE_INCOMPLETE,
                        INDISPONIBLE,
                        SANS_FONDEMENT,
                        TROP ->
                        "Le registre ne nomme pas cette personne parmi les représentants légaux.";
            };
        }
    }
}
