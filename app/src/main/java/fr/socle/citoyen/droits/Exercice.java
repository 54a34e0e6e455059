package fr.socle.citoyen.droits;

import fr.socle.citoyen.usages.Place;
import fr.socle.directory.OrganisationId;
import fr.socle.kernel.EmailAddress;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.PersonRef;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person exercises a right on their data. Each state offers only the moves that are allowed from
 * it. The organisation answers within a month, which it may extend by two more, with its reason,
 * within that month (RGPD, art. 12).
 */
public sealed interface Exercice {

    ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** Which right. */
    enum Nature {
        /** RGPD, art. 21; CRPA, art. L. 114-8: what was collected indirectly is deleted. */
        OPPOSITION,
        /** RGPD, art. 16. */
        RECTIFICATION
    }

    /** What the organisation says. */
    enum Issue {
        ACCEPTEE,
        PARTIELLE,
        REJETEE
    }

    /** Who answers. */
    record Guichet(OrganisationId organisation, String name) {}

    /**
     * What it is about.
     *
     * @param donnees in words
     * @param source the name of the administration that gives the data; empty when nobody knows
     * @param texte what the person wrote
     * @param place of the contested line of the journal, or null
     */
    record Objet(String donnees, String source, String texte, @Nullable Place place) {

        /** Nothing: what a person wrote does not belong in a log. */
        @Override
        public String toString() {
            return "Objet[hidden]";
        }
    }

    /**
     * Whose data it is, as the organisation that answers reads it.
     *
     * @param person or the reference of the company
     * @param email of the person, or of the representative who asked
     * @param entreprise whether it is a company
     */
    record Demandeur(
            PersonRef person,
            String name,
            EmailAddress email,
            String language,
            boolean entreprise) {

        /** A person. */
        public Demandeur(PersonRef person, String name, EmailAddress email, String language) {
            this(person, name, email, language, false);
        }

        /** Nothing: a name does not belong in a log. */
        @Override
        public String toString() {
            return "Demandeur[hidden]";
        }
    }

    /**
     * What does not change, but who answers when it is handed on.
     *
     * @param supprimees how many answers were deleted at once from dossiers not decided yet
     */
    record Fond(
            UUID id,
            Nature nature,
            Guichet guichet,
            Objet objet,
            Demandeur demandeur,
            int supprimees,
            Instant openedAt) {

        /** The last day of the first month, in Paris. */
        LocalDate month() {
            return day(openedAt).plusMonths(1);
        }

        Fond at(Guichet other) {
            return new Fond(id, nature, other, objet, demandeur, supprimees, openedAt);
        }
    }

    Fond fond();

    /** Not answered yet. */
    sealed interface EnCours extends Exercice {

        /** The last day on which the organisation may answer. */
        LocalDate due();

        default Repondu repondre(Issue issue, String texte, Instant now) {
            return new Repondu(fond(), issue, texte, now);
        }

        default Retire retirer(Instant now) {
            return new Retire(fond(), now);
        }

        /**
         * An administration that is not the right one hands it on (CRPA, art. L. 114-2); the
         * person's deadline does not move.
         */
        EnCours transmettre(Guichet other);
    }

    record Ouvert(Fond fond) implements EnCours {

        @Override
        public LocalDate due() {
            return fond.month();
        }

        /** Only within the month, because the person must be told by then. */
        public Parsed<Prolonge> prolonger(String motif, Instant now) {
            return day(now).isAfter(due())
                    ? Parsed.invalid("citoyen.droits.extend.late")
                    : Parsed.valid(new Prolonge(fond, motif, now));
        }

        @Override
        public Ouvert transmettre(Guichet other) {
            return new Ouvert(fond.at(other));
        }
    }

    /**
     * @param motif why the organisation needs longer
     */
    record Prolonge(Fond fond, String motif, Instant at) implements EnCours {

        @Override
        public LocalDate due() {
            return fond.month().plusMonths(2);
        }

        @Override
        public Prolonge transmettre(Guichet other) {
            return new Prolonge(fond.at(other), motif, at);
        }
    }

    record Repondu(Fond fond, Issue issue, String texte, Instant at) implements Exercice {}

    /** The person does not want it any more. */
    record Retire(Fond fond, Instant at) implements Exercice {}

    /** When it was answered or given up. */
    default Optional<Instant> closedAt() {
        return switch (this) {
            case EnCours _ -> Optional.empty();
            case Repondu it -> Optional.of(it.at());
            case Retire it -> Optional.of(it.at());
        };
    }

    /** The word of the state: the end of a message's key. */
    default String etat() {
        return switch (this) {
            case Ouvert _ -> "ouvert";
            case Prolonge _ -> "prolonge";
            case Repondu _ -> "repondu";
            case Retire _ -> "retire";
        };
    }

    /** Whether the organisation let its time pass. */
    default boolean overdue(Instant now) {
        return this instanceof EnCours it && day(now).isAfter(it.due());
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, PARIS);
    }
}
