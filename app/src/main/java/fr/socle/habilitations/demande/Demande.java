package fr.socle.habilitations.demande;

import fr.socle.directory.OrganisationId;
import fr.socle.habilitations.HabilitationId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request for data, in exactly one state; each state offers the moves that are allowed from it. A
 * request that was granted can be reopened: while the new version is examined, the old one holds.
 */
public sealed interface Demande {

    /**
     * What every state has.
     *
     * @param requester the agent who requested last, to whom the letters go; null for a program
     * @param granted the newest version granted; 0 for none
     * @param version grows with each change
     */
    record Dossier(
            HabilitationId id,
            OrganisationId organisation,
            @Nullable UUID requester,
            Contenu content,
            int granted,
            long version) {

        private Dossier with(Contenu other, @Nullable UUID by) {
            return new Dossier(id, organisation, by, other, granted, version);
        }

        private Dossier grantedOnce() {
            return new Dossier(id, organisation, requester, content, granted + 1, version);
        }
    }

    Dossier dossier();

    /** Waits for an instructor. */
    record Soumise(Dossier dossier) implements Demande, Revocable {

        public AModifier demanderModifications(String motif) {
            return new AModifier(dossier, motif);
        }

        public Accordee accorder() {
            return new Accordee(dossier.grantedOnce());
        }

        /** The refusal of a new version leaves the old one as it was. */
        public Demande refuser(String motif) {
            return dossier.granted() > 0 ? new Accordee(dossier) : new Refusee(dossier, motif);
        }
    }

    /** Waits for its organisation, which was asked to change something. */
    record AModifier(Dossier dossier, String motif) implements Demande, Redigeable, Revocable {}

    /** Granted: its newest version founds exchanges while it is valid. */
    record Accordee(Dossier dossier) implements Demande, Redigeable, Revocable {}

    /** Refused for good; the organisation may write another one. */
    record Refusee(Dossier dossier, String motif) implements Demande {}

    /** Nothing can be obtained on its ground any more. */
    record Revoquee(Dossier dossier, String motif) implements Demande {}

    /** The organisation may write it anew. */
    sealed interface Redigeable permits AModifier, Accordee {
        Dossier dossier();

        default Soumise soumettre(Contenu content, @Nullable UUID by) {
            return new Soumise(dossier().with(content, by));
        }
    }

    /** What was granted may be ended, also while a new version is examined. */
    sealed interface Revocable permits Soumise, AModifier, Accordee {
        Dossier dossier();

        default boolean founded() {
            return dossier().granted() > 0;
        }

        default Revoquee revoquer(String motif) {
            return new Revoquee(dossier(), motif);
        }
    }

    /** The word of the state, for rows and messages. */
    default String state() {
        return switch (this) {
            case Soumise _ -> "soumise";
            case AModifier _ -> "a-modifier";
            case Accordee _ -> "accordee";
            case Refusee _ -> "refusee";
            case Revoquee _ -> "revoquee";
        };
    }

    /** Why it is in this state; empty where nobody gave a reason. */
    default String reason() {
        return switch (this) {
            case Soumise _, Accordee _ -> "";
            case AModifier(_, var motif) -> motif;
            case Refusee(_, var motif) -> motif;
            case Revoquee(_, var motif) -> motif;
        };
    }
}
