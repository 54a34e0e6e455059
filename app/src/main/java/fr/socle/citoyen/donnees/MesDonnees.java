package fr.socle.citoyen.donnees;

import fr.socle.citoyen.store.ConsultationStore.Nature;
import fr.socle.exchange.Answer;
import fr.socle.exchange.Case;
import fr.socle.exchange.Gateway;
import fr.socle.exchange.Question;
import fr.socle.exchange.Question.Parameter;
import fr.socle.exchange.Requester;
import fr.socle.habilitations.Habilitation;
import fr.socle.habilitations.spi.DataCatalogue;
import fr.socle.habilitations.spi.DataCatalogue.About;
import fr.socle.habilitations.spi.DataCatalogue.DataField;
import fr.socle.habilitations.spi.DataCatalogue.DataSet;
import fr.socle.identity.UsagerConnecte;
import fr.socle.kernel.PersonRef;
import fr.socle.kernel.Siret;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * Fetches what a provider holds about the person who asks, by the gateway like anybody else, so
 * that the consultation is decided, journalled and shown. Nothing of an answer is kept.
 */
@Service
public class MesDonnees {

    /** How many consultations one person may ask for in an hour. */
    public static final int PER_HOUR = 20;

    private static final Set<About> COMPANIES = Set.of(About.ENTREPRISE, About.ETABLISSEMENT);

    /** What API Entreprise wants to be told of every call. */
    private static final List<Parameter> QUERY =
            List.of(
                    new Parameter("context", "Dossier de l’entreprise"),
                    new Parameter("object", "À la demande de l’entreprise"));

    private final Fondement fondement;
    private final DataCatalogue catalogue;
    private final Gateway gateway;
    private final Consultations consultations;

    MesDonnees(
            Fondement fondement,
            DataCatalogue catalogue,
            Gateway gateway,
            Consultations consultations) {
        this.fondement = fondement;
        this.catalogue = catalogue;
        this.gateway = gateway;
        this.consultations = consultations;
    }

    /**
     * What one provider can be asked.
     *
     * @param fields those that the habilitation opens
     */
    public record Offre(DataSet set, Habilitation habilitation, List<DataField> fields) {
        public Offre {
            fields = List.copyOf(fields);
        }
    }

    /** What came of a consultation. */
    public sealed interface Consultation {

        /** The provider was asked, or was not because there is no right to. */
        record Faite(Offre offre, Answer answer) implements Consultation {}

        /** Nobody gives this here. */
        record Inconnue() implements Consultation {}

        /** The person asked {@link #PER_HOUR} times within the hour. */
        record TropNombreuses() implements Consultation {}
    }

    /** Who asks for what is held about them. */
    public sealed interface Demandeur {

        record Personne(UsagerConnecte usager) implements Demandeur {}

        /**
         * A company, by one of its representatives.
         *
         * @param subject the company's reference
         * @param siret of the establishment that is asked about, where data is by establishment
         */
        record Entreprise(PersonRef subject, Siret siret) implements Demandeur {}

        private PersonRef subject() {
            return switch (this) {
                case Personne(var usager) -> usager.person();
                case Entreprise(var subject, _) -> subject;
            };
        }

        private Nature nature() {
            return switch (this) {
                case Personne _ -> Nature.DONNEES;
                case Entreprise _ -> Nature.ENTREPRISE;
            };
        }

        private Question.Subject identified(About about) {
            return switch (this) {
                case Personne(var usager) ->
                        new Question.Subject(usager.person(), usager.identity());
                case Entreprise(var subject, var siret) ->
                        Question.Subject.of(
                                subject,
                                siret.siren(),
                                about == About.ETABLISSEMENT
                                        ? siret.value()
                                        : siret.siren().value(),
                                QUERY);
            };
        }
    }

    /** What can be asked about persons, by label. */
    public List<Offre> offres() {
        return offres(Set.of(About.PERSONNE));
    }

    /** What can be asked about companies, by label. */
    public List<Offre> offresEntreprise() {
        return offres(COMPANIES);
    }

    private List<Offre> offres(Set<About> about) {
        var grounds = fondement.habilitations();
        return catalogue.all().stream()
                .filter(it -> about.contains(it.about()))
                .flatMap(it -> offre(it, grounds).stream())
                .toList();
    }

    public Optional<Offre> offre(String code) {
        return catalogue.find(code).flatMap(it -> offre(it, fondement.habilitations()));
    }

    /** Asks, outside any transaction; as long as the provider, at most ten seconds. */
    public Consultation consulter(Demandeur demandeur, String code) {
        var found = offre(code).filter(it -> isAbout(it, demandeur));
        if (found.isEmpty()) {
            return new Consultation.Inconnue();
        }
        var offre = found.get();
        return consultations
                .open(
                        demandeur.nature(),
                        demandeur.subject(),
                        offre.habilitation().organisation(),
                        PER_HOUR)
                .map(it -> gateway.ask(question(offre, demandeur, it)))
                .<Consultation>map(it -> new Consultation.Faite(offre, it))
                .orElseGet(Consultation.TropNombreuses::new);
    }

    private static boolean isAbout(Offre offre, Demandeur demandeur) {
        var about = offre.set().about();
        return switch (demandeur) {
            case Demandeur.Personne _ -> about == About.PERSONNE;
            case Demandeur.Entreprise _ -> COMPANIES.contains(about);
        };
    }

    private static Question question(Offre offre, Demandeur demandeur, Case.Verifie onCase) {
        var ground = offre.habilitation();
        return new Question(
                ground.id(),
                offre.set().code(),
                Question.ALL_GRANTED,
                new Requester.UsagerLuiMeme(demandeur.subject(), ground.organisation()),
                demandeur.identified(offre.set().about()),
                onCase);
    }

    private static Optional<Offre> offre(DataSet set, List<Habilitation> grounds) {
        for (var ground : grounds) {
            var granted = ground.fields().get(set.code());
            if (granted != null) {
                return Optional.of(new Offre(set, ground, fields(set, granted)));
            }
        }
        return Optional.empty();
    }

    private static List<DataField> fields(DataSet set, Set<String> granted) {
        return set.fields().stream().filter(it -> granted.contains(it.code())).toList();
    }
}
