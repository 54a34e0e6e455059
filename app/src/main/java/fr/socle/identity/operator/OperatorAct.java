package fr.socle.identity.operator;

import fr.socle.directory.Actor;
import fr.socle.journal.Audience;
import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import fr.socle.kernel.PersonRef;
import java.time.Period;
import java.util.List;
import java.util.Locale;

/**
 * What an operator did. The auditor reads what and by which agent's number; the agent's name stands
 * in a part of the data protection officer's.
 */
public sealed interface OperatorAct extends Entry {

    /** As the directory keeps its acts: the time in which most actions about one are possible. */
    Retention KEPT = Retention.of(Period.ofYears(3));

    Actor actor();

    private static Part by(Actor actor) {
        var part =
                Part.readBy(Audience.AUDITEUR, Audience.DPO)
                        .with("acteur-nature", actor.nature().code());
        var id = actor.id();
        return id == null ? part : part.with("acteur", id.toString());
    }

    private static Part named(Actor actor) {
        return Part.readBy(Audience.DPO).with("acteur-nom", actor.name());
    }

    /** The acts that concern no person. */
    enum Deed {
        FOURNISSEUR_AJOUTE,
        FOURNISSEUR_MODIFIE,
        FOURNISSEUR_COUPE,
        FOURNISSEUR_RETABLI,
        SERVICE_AJOUTE,
        SERVICE_RETOUCHE,
        SERVICE_COUPE,
        SERVICE_RETABLI,
        SERVICES_IMPORTES,
        ANNONCE_PUBLIEE,
        ANNONCE_RETIREE,
        CLE_TOURNEE,
        CLE_REVOQUEE,
        PASSKEY_INSCRITE,
        PASSKEY_RENOMMEE,
        PASSKEY_RETIREE,
        CODES_SECOURS_FAITS,
        PREUVE_FORTE;

        Kind kind() {
            return new Kind("identity." + name().toLowerCase(Locale.ROOT).replace('_', '-'), KEPT);
        }
    }

    /**
     * Something was set or done.
     *
     * @param about what it was done to: an identifier, never a person's
     * @param detail what changed, in a few words; empty when the deed says all
     */
    record Fait(Actor actor, Deed deed, String about, String detail) implements OperatorAct {

        @Override
        public Kind kind() {
            return deed.kind();
        }

        @Override
        public List<Part> parts() {
            return List.of(by(actor).with("objet", about).with("detail", detail), named(actor));
        }
    }

    /** A person was looked for by the code of one of her sign-ins, and found. */
    record PersonneCherchee(Actor actor, PersonRef person) implements OperatorAct {

        private static final Kind KIND = new Kind("identity.personne-cherchee", KEPT);

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public List<Part> parts() {
            return List.of(
                    by(actor),
                    named(actor),
                    told(
                            person,
                            "L’exploitant a lu une connexion dont vous ou un service lui avez donné"
                                    + " le code."));
        }
    }

    /** A person is shut out, or let in again. The auditor reads that, not who. */
    record PersonneBloquee(Actor actor, PersonRef person, String reason, boolean blocked)
            implements OperatorAct {

        @Override
        public Kind kind() {
            return new Kind(
                    blocked ? "identity.personne-bloquee" : "identity.personne-debloquee", KEPT);
        }

        @Override
        public List<Part> parts() {
            var what =
                    blocked
                            ? "L’exploitant a bloqué vos connexions. Motif : "
                            : "L’exploitant a débloqué vos connexions. Motif : ";
            return List.of(
                    by(actor),
                    named(actor),
                    Part.readBy(Audience.DPO).about(person).with("motif", reason),
                    told(person, what + reason));
        }
    }

    private static Part told(PersonRef person, String what) {
        return Part.readBy(Audience.PERSONNE)
                .about(person)
                .with("organisation", "Exploitant de la fédération d’identité")
                .with("motif", what);
    }
}
