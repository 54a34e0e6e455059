package fr.socle.habilitations.demande;

import fr.socle.directory.OrganisationId;
import fr.socle.habilitations.HabilitationId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request for data, in exactly one state; each state offers the moves that are allowed from it. A
 * request that was granted can be reopened: while the new version is written and examined, the old
 * one holds.
 */
public sealed interface Demande {

    /**
     * The newest version granted.
     *
     * @param version from 1
     * @param until the first day on which it founds nothing
     */
    record Acquis(int version, Contenu content, LocalDate from, LocalDate until) {

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(until);
        }
    }

    /**
     * What every state has.
     *
     * @param requester the agent who answers for it, to whom the letters go; null for a program
     * @param content what was written last, in a draft perhaps incomplete
     * @param acquis null until something was granted
     * @param version grows with each change
     */
    record Dossier(
            HabilitationId id,
            OrganisationId organisation,
            @Nullable UUID requester,
            Contenu content,
            @Nullable Acquis acquis,
            long version) {

        /** The newest version granted; 0 for none. */
        public int granted() {
            return acquis == null ? 0 : acquis.version();
        }

        /** Whether something was granted that is not over; a revocation is told by the state. */
        public boolean holdsOn(LocalDate day) {
            return acquis != null && acquis.holdsOn(day);
        }

        Dossier by(@Nullable UUID agent) {
            return new Dossier(id, organisation, agent, content, acquis, version);
        }

        private Dossier with(Contenu other) {
            return new Dossier(id, organisation, requester, other, acquis, version);
        }

        private Dossier asGranted() {
            return acquis == null ? this : with(acquis.content());
        }

        private Dossier grantedOn(LocalDate day) {
            var until = day.plusMonths(content.validityMonths());
            var next = new Acquis(granted() + 1, content, day, until);
            return new Dossier(id, organisation, requester, content, next, version);
        }
    }

    Dossier dossier();

    /** Written, and seen by its organisation only. */
    record Brouillon(Dossier dossier) implements Redigeable, Rouverte, Revocable, Archivable {}

    /** Waits for an instructor. */
    record Soumise(Dossier dossier) implements Rouverte, Revocable, Archivable {

        public AModifier demanderModifications(String motif) {
            return new AModifier(dossier, motif);
        }

        public Accordee accorder(LocalDate today) {
            return new Accordee(dossier.grantedOn(today));
        }

        /** The refusal of a new version leaves the old one as it was. */
        public Demande refuser(String motif) {
            return dossier.granted() > 0
                    ? new Accordee(dossier.asGranted())
                    : new Refusee(dossier, motif);
        }
    }

    /** Waits for its organisation, which was asked to change something. */
    record AModifier(Dossier dossier, String motif)
            implements Redigeable, Rouverte, Revocable, Archivable {}

    /** Granted: its newest version founds exchanges while it is valid. */
    record Accordee(Dossier dossier) implements Redigeable, Revocable, Archivable {}

    /** Refused for good; the organisation may write another one. */
    record Refusee(Dossier dossier, String motif) implements Archivable {}

    /** Nothing can be obtained on its ground any more. */
    record Revoquee(Dossier dossier, String motif) implements Archivable {}

    /** Put away: it can be read, and nothing else. */
    record Archivee(Dossier dossier) implements Demande {}

    /** The organisation may write it, or write it anew. */
    sealed interface Redigeable extends Demande permits Brouillon, AModifier, Accordee {

        /** What was asked to be changed stays asked. What was granted becomes a draft beside it. */
        default Demande enregistrer(Contenu content) {
            var written = dossier().with(content);
            return switch (this) {
                case AModifier(_, var motif) -> new AModifier(written, motif);
                case Brouillon _, Accordee _ -> new Brouillon(written);
            };
        }

        default Soumise soumettre(Contenu content) {
            return new Soumise(dossier().with(content));
        }
    }

    /** Perhaps a new version of what was granted, which can be given up. */
    sealed interface Rouverte extends Demande permits Brouillon, Soumise, AModifier {

        default boolean reopened() {
            return dossier().granted() > 0;
        }

        default Accordee annuler() {
            return new Accordee(dossier().asGranted());
        }
    }

    /** What was granted may be ended, also while a new version is examined. */
    sealed interface Revocable extends Demande permits Brouillon, Soumise, AModifier, Accordee {

        default boolean founded() {
            return dossier().granted() > 0;
        }

        default Revoquee revoquer(String motif) {
            return new Revoquee(dossier(), motif);
        }
    }

    /** May be put away, unless something holds on its ground. */
    sealed interface Archivable extends Demande
            permits Brouillon, Soumise, AModifier, Accordee, Refusee, Revoquee {

        default boolean holdsOn(LocalDate today) {
            return !(this instanceof Revoquee) && dossier().holdsOn(today);
        }

        default Archivee archiver() {
            return new Archivee(dossier());
        }
    }

    /** The same, for which this agent answers. */
    default Demande by(@Nullable UUID agent) {
        var its = dossier().by(agent);
        return switch (this) {
            case Brouillon _ -> new Brouillon(its);
            case Soumise _ -> new Soumise(its);
            case AModifier(_, var motif) -> new AModifier(its, motif);
            case Accordee _ -> new Accordee(its);
            case Refusee(_, var motif) -> new Refusee(its, motif);
            case Revoquee(_, var motif) -> new Revoquee(its, motif);
            case Archivee _ -> new Archivee(its);
        };
    }

    /** As an instructor may see it: what is being written is its organisation's alone. */
    default Optional<Demande> toExaminer() {
        return switch (this) {
            case Brouillon it when !it.reopened() -> Optional.empty();
            case Brouillon it -> Optional.of(new Brouillon(it.dossier().asGranted()));
            case Soumise _, AModifier _, Accordee _, Refusee _, Revoquee _, Archivee _ ->
                    Optional.of(this);
        };
    }

    /** The word of the state, for rows and messages. */
    default String state() {
        return switch (this) {
            case Brouillon _ -> "brouillon";
            case Soumise _ -> "soumise";
            case AModifier _ -> "a-modifier";
            case Accordee _ -> "accordee";
            case Refusee _ -> "refusee";
            case Revoquee _ -> "revoquee";
            case Archivee _ -> "archivee";
        };
    }

    /** Why it is in this state; empty where nobody gave a reason. */
    default String reason() {
        return switch (this) {
            case Brouillon _, Soumise _, Accordee _, Archivee _ -> "";
            case AModifier(_, var motif) -> motif;
            case Refusee(_, var motif) -> motif;
            case Revoquee(_, var motif) -> motif;
        };
    }
}
