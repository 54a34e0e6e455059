package fr.socle.demarches.partage;

import static fr.socle.journal.Audience.AUDITEUR;
import static fr.socle.journal.Audience.DPO;
import static fr.socle.journal.Audience.PERSONNE;

import fr.socle.demarches.dossier.Fiche;
import fr.socle.demarches.trace.DossierAct;
import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * Something about a draft that two persons fill. Each of them reads it in their own words, once
 * both are known; nobody of the administration learns who they are.
 */
record PartageAct(What what, Fiche fiche, CoRedacteur other) implements Entry {

    enum What {
        INVITATION(
                "demarches.partage-invitation",
                "Vous avez invité %s à remplir ce brouillon avec vous.",
                ""),
        ACCEPTATION(
                "demarches.partage-acceptation",
                "%s a accepté de remplir ce brouillon avec vous.",
                "Vous avez accepté de remplir le brouillon d’une autre personne avec elle."),
        RETRAIT(
                "demarches.partage-retrait",
                "Vous avez retiré à %s l’accès à ce brouillon.",
                "L’accès au brouillon d’une autre personne vous a été retiré."),
        RENONCIATION(
                "demarches.partage-renonciation",
                "%s ne remplit pas, ou plus, ce brouillon avec vous.",
                "Vous avez renoncé à remplir le brouillon d’une autre personne."),
        OFFRE(
                "demarches.cession-offerte",
                "Vous avez proposé à %s de reprendre ce brouillon à son compte.",
                ""),
        CESSION(
                "demarches.cession",
                "%s a repris votre brouillon à son compte : il n’est plus le vôtre.",
                "Vous avez repris à votre compte le brouillon d’une autre personne."),
        CONSULTATION(
                "demarches.partage-consultation",
                "%s a ouvert votre brouillon, à votre invitation.",
                "Vous avez ouvert le brouillon d’une autre personne, à son invitation."),
        ECRITURE(
                "demarches.partage-ecriture",
                "%s a écrit dans votre brouillon, à votre invitation.",
                "Vous avez écrit dans le brouillon d’une autre personne, à son invitation.");

        private final Kind kind;
        private final String toOwner;
        private final String toOther;

        What(String code, String toOwner, String toOther) {
            this.kind = new Kind(code, DossierAct.KEPT);
            this.toOwner = toOwner;
            this.toOther = toOther;
        }
    }

    @Override
    public Kind kind() {
        return what.kind;
    }

    @Override
    public List<Part> parts() {
        var guichet = fiche.guichet();
        var parts = new ArrayList<Part>();
        parts.add(
                Part.readBy(AUDITEUR, DPO)
                        .with("dossier", fiche.id().toString())
                        .with("organisation", guichet.organisation().toString()));
        var known = Part.readBy(PERSONNE).with("organisation", guichet.organisationName());
        parts.add(
                known.about(fiche.person())
                        .with("demarche", guichet.title())
                        .with("motif", what.toOwner.formatted(other.known())));
        var person = other.person();
        if (person != null) {
            parts.add(
                    known.about(person)
                            .with("demarche", guichet.title())
                            .with("motif", what.toOther));
        }
        return parts;
    }

    /** Nothing: a name does not belong in a log. */
    @Override
    public String toString() {
        return "PartageAct[" + what + "]";
    }
}
