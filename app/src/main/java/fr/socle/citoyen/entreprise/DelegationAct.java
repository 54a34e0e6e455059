package fr.socle.citoyen.entreprise;

import static fr.socle.journal.Audience.AUDITEUR;
import static fr.socle.journal.Audience.PERSONNE;

import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.kernel.PersonRef;
import java.util.List;

/** What became of a delegation: a line of the company's file, which every representative reads. */
sealed interface DelegationAct extends Entry {

    private static List<Part> told(PersonRef company, String words, Delegation it) {
        return List.of(
                Part.readBy(PERSONNE).about(company).with("motif", words),
                Part.readBy(AUDITEUR).with("delegation", it.id().toString()));
    }

    record Donnee(Representant by, Delegation delegation) implements DelegationAct {

        static final Kind KIND =
                new Kind("citoyen.entreprise-delegation-donnee", EntrepriseAct.THREE_YEARS);

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public List<Part> parts() {
            var words = by.name() + " a ouvert le dossier à « " + delegation.name() + " »";
            return told(by.company(), words, delegation);
        }
    }

    /**
     * @param name of the person who came with the code, as the citizens' federation gives it
     */
    record Acceptee(PersonRef company, String name, Delegation delegation)
            implements DelegationAct {

        static final Kind KIND =
                new Kind("citoyen.entreprise-delegation-acceptee", EntrepriseAct.THREE_YEARS);

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public List<Part> parts() {
            var words =
                    name
                            + " a accepté la délégation donnée par "
                            + delegation.givenBy()
                            + " à « "
                            + delegation.name()
                            + " »";
            return told(company, words, delegation);
        }
    }

    record Finie(Representant by, Delegation delegation) implements DelegationAct {

        static final Kind KIND =
                new Kind("citoyen.entreprise-delegation-finie", EntrepriseAct.THREE_YEARS);

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public List<Part> parts() {
            var words = by.name() + " a fermé le dossier à « " + delegation.name() + " »";
            return told(by.company(), words, delegation);
        }
    }
}
