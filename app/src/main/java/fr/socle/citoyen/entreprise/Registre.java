package fr.socle.citoyen.entreprise;

import fr.socle.citoyen.donnees.Consultations;
import fr.socle.citoyen.donnees.Fondement;
import fr.socle.citoyen.store.ConsultationStore.Nature;
import fr.socle.exchange.Answer;
import fr.socle.exchange.Case;
import fr.socle.exchange.Gateway;
import fr.socle.exchange.Question;
import fr.socle.exchange.Question.Parameter;
import fr.socle.exchange.Requester;
import fr.socle.habilitations.Habilitation;
import fr.socle.kernel.PersonRef;
import fr.socle.kernel.Siren;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Asks the register of companies who represents one, by the gateway like anybody else: on the
 * ground of an habilitation, for a case, journalled, shown in the company's file.
 */
@Component
class Registre {

    /** How often one company may be asked about in an hour. */
    static final int PER_HOUR = 60;

    private static final String DATA_SET = "mandataires-sociaux";
    private static final String FIELD = "mandataires";
    private static final String CLIENT = "citoyen.representants";

    /** What API Entreprise wants to be told of every call. */
    private static final List<Parameter> QUERY =
            List.of(
                    new Parameter("context", "Dossier de l’entreprise"),
                    new Parameter("object", "Vérifier qui représente l’entreprise"));

    private final Fondement fondement;
    private final Consultations consultations;
    private final Gateway gateway;

    Registre(Fondement fondement, Consultations consultations, Gateway gateway) {
        this.fondement = fondement;
        this.consultations = consultations;
        this.gateway = gateway;
    }

    /** What the register said. */
    sealed interface Reponse {

        record Liste(Mandataires mandataires, String source, Instant sourceTime)
                implements Reponse {}

        record Rien(Representation.Motif motif) implements Reponse {}
    }

    /** Asks, outside any transaction; as long as the provider, at most ten seconds. */
    Reponse ask(Siren siren, PersonRef company) {
        var ground = fondement.forPrograms(DATA_SET);
        if (ground.isEmpty()) {
            return new Reponse.Rien(Representation.Motif.SANS_FONDEMENT);
        }
        var organisation = ground.get().organisation();
        return consultations
                .open(Nature.REGISTRE, company, organisation, PER_HOUR)
                .map(onCase -> read(gateway.ask(question(ground.get(), siren, company, onCase))))
                .orElseGet(() -> new Reponse.Rien(Representation.Motif.TROP));
    }

    private static Question question(
            Habilitation ground, Siren siren, PersonRef company, Case.Verifie onCase) {
        return new Question(
                ground.id(),
                DATA_SET,
                Question.ALL_GRANTED,
                new Requester.Automate(CLIENT, ground.organisation()),
                Question.Subject.of(company, siren, siren.value(), QUERY),
                onCase);
    }

    private static Reponse read(Answer answer) {
        return switch (answer) {
            case Answer.Released it ->
                    new Reponse.Liste(
                            Mandataires.read(it.values().getOrDefault(FIELD, "[]")),
                            it.provider(),
                            it.sourceTime());
            case Answer.NotFound _ -> new Reponse.Rien(Representation.Motif.INCONNUE);
            case Answer.Refused _ -> new Reponse.Rien(Representation.Motif.SANS_FONDEMENT);
            case Answer.Unavailable _ -> new Reponse.Rien(Representation.Motif.INDISPONIBLE);
        };
    }
}
