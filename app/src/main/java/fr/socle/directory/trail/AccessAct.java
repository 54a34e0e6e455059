package fr.socle.directory.trail;

import fr.socle.directory.Actor;
import fr.socle.directory.Agent;
import fr.socle.directory.InvitationDraft;
import fr.socle.directory.InvitationId;
import fr.socle.directory.OrganisationId;
import fr.socle.journal.Part;
import java.util.List;
import java.util.UUID;

/** How someone came in, was let in, or was not. */
public sealed interface AccessAct extends Act {

    /** A token belongs to no organisation. */
    OrganisationId PLATFORM = new OrganisationId(new UUID(0, 0));

    record AgentInvite(
            Actor actor,
            OrganisationId organisation,
            InvitationId invitation,
            InvitationDraft draft)
            implements AccessAct {
        @Override
        public String code() {
            return "agent-invite";
        }

        @Override
        public Part facts(Part part) {
            return part.with("invitation", invitation.toString()).with("roles", draft.roles());
        }

        @Override
        public Part names(Part part) {
            return part.with("agent-nom", draft.name())
                    .with("agent-courriel", draft.email().value());
        }
    }

    record InvitationRenvoyee(Actor actor, OrganisationId organisation, InvitationId invitation)
            implements AccessAct {
        @Override
        public String code() {
            return "invitation-renvoyee";
        }

        @Override
        public Part facts(Part part) {
            return part.with("invitation", invitation.toString());
        }
    }

    record InvitationRetiree(Actor actor, OrganisationId organisation, InvitationId invitation)
            implements AccessAct {
        @Override
        public String code() {
            return "invitation-retiree";
        }

        @Override
        public Part facts(Part part) {
            return part.with("invitation", invitation.toString());
        }
    }

    /** Written before the session is handed out. */
    record SessionOuverte(Actor actor, OrganisationId organisation, Agent agent)
            implements AccessAct, AgentNamed {
        @Override
        public String code() {
            return "session-ouverte";
        }
    }

    /** An address that signs the agent in once was made. */
    record AdresseUniqueCreee(Actor actor, OrganisationId organisation, Agent agent)
            implements AccessAct, AgentNamed {
        @Override
        public String code() {
            return "adresse-unique-creee";
        }
    }

    record JetonCree(Actor actor, UUID token, String label, List<String> rights)
            implements AccessAct {
        @Override
        public OrganisationId organisation() {
            return PLATFORM;
        }

        @Override
        public String code() {
            return "jeton-cree";
        }

        @Override
        public Part facts(Part part) {
            return part.with("jeton", token.toString()).with("droits", rights).with(DETAIL, label);
        }
    }

    record JetonRevoque(Actor actor, UUID token, String label) implements AccessAct {
        @Override
        public OrganisationId organisation() {
            return PLATFORM;
        }

        @Override
        public String code() {
            return "jeton-revoque";
        }

        @Override
        public Part facts(Part part) {
            return part.with("jeton", token.toString()).with(DETAIL, label);
        }
    }

    /** What was decided about a letter that could not be delivered. */
    sealed interface LetterAct extends AccessAct {

        UUID letter();

        String category();

        @Override
        default OrganisationId organisation() {
            return PLATFORM;
        }

        @Override
        default Part facts(Part part) {
            return part.with("lettre", letter().toString()).with(DETAIL, category());
        }
    }

    record LettreRenvoyee(Actor actor, UUID letter, String category) implements LetterAct {
        @Override
        public String code() {
            return "lettre-renvoyee";
        }
    }

    record LettreAbandonnee(Actor actor, UUID letter, String category) implements LetterAct {
        @Override
        public String code() {
            return "lettre-abandonnee";
        }
    }

    /** An agent tried what his rights do not allow. */
    record AccesRefuse(Actor actor, OrganisationId organisation, String what) implements AccessAct {
        @Override
        public String code() {
            return "acces-refuse";
        }

        @Override
        public Part facts(Part part) {
            return part.with(DETAIL, what);
        }
    }
}
