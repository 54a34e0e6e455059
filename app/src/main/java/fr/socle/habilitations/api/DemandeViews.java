package fr.socle.habilitations.api;

import fr.socle.habilitations.Delegation;
import fr.socle.habilitations.demande.Contenu;
import fr.socle.habilitations.demande.Demande;
import fr.socle.habilitations.formulaire.Bloc;
import fr.socle.habilitations.formulaire.Formulaire;
import fr.socle.habilitations.message.DemandeMessage;
import fr.socle.habilitations.spi.DataCatalogue.DataField;
import fr.socle.habilitations.spi.DataCatalogue.DataSet;
import fr.socle.habilitations.store.ActeStore;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Requests as machines write and read them. */
final class DemandeViews {

    private DemandeViews() {}

    @Schema(description = "Une personne à joindre")
    record ContactBody(String nom, String courriel) {}

    @Schema(description = "Qui a homologué le système d’information, et pour quelle période")
    record HomologationBody(
            String autorite,
            @Schema(description = "Jour, comme 2026-11-22") String debut,
            @Schema(description = "Jour, comme 2026-11-22") String fin) {}

    @Schema(description = "Ce qu’une organisation demande ; un brouillon peut tout omettre")
    record DemandeBody(
            @Schema(description = "Celle qui demande ; à la création seulement") UUID organisation,
            @Schema(description = "« brouillon » pour garder sans envoyer") String envoi,
            String intitule,
            @Schema(description = "Code d’un usage de /usages") String usage,
            String finalite,
            @Schema(description = "loi, decret, arrete, deliberation ou convention") String nature,
            String article,
            String cadre,
            @com.fasterxml.jackson.annotation.JsonProperty("cadre-url") String cadreUrl,
            @Schema(description = "Codes des données, par code de jeu de données")
                    Map<String, List<String>> donnees,
            @Schema(description = "agent, usager, automate") List<String> demandeurs,
            String destinataires,
            @Schema(description = "En mois, 60 au plus") int validite,
            @Schema(description = "En mois, 120 au plus") int conservation,
            @Schema(description = "Obligatoire au-delà de 36 mois")
                    @com.fasterxml.jackson.annotation.JsonProperty("conservation-motif")
                    String conservationMotif,
            ContactBody dpo,
            ContactBody responsable,
            ContactBody metier,
            ContactBody technique,
            @Schema(description = "50, 200 ou 1000 appels par minute") String volume,
            @com.fasterxml.jackson.annotation.JsonProperty("volume-motif") String volumeMotif,
            HomologationBody homologation,
            @Schema(description = "Identifiants de clients à ouvrir au public")
                    List<String> services,
            @com.fasterxml.jackson.annotation.JsonProperty("dpo-informe") boolean dpoInforme,
            boolean cgu) {}

    @Schema(description = "Une décision")
    record DecisionBody(
            @Schema(description = "accorder, modifications ou refuser") String decision,
            @Schema(description = "Obligatoire, sauf pour accorder") String motif) {}

    record MessageBody(@Schema(description = "De 1 à 2000 caractères") String message) {}

    record EditeurBody(@Schema(description = "SIRET de l’éditeur") String editeur) {}

    @Schema(description = "Une demande, telle qu’elle est écrite")
    record DemandeView(
            UUID id,
            UUID organisation,
            @Schema(
                            description =
                                    "brouillon, soumise, a-modifier, accordee, refusee, revoquee ou"
                                            + " archivee")
                    String state,
            String motif,
            int granted,
            long version,
            Contenu content) {

        static DemandeView of(Demande it) {
            var dossier = it.dossier();
            return new DemandeView(
                    dossier.id().value(),
                    dossier.organisation().value(),
                    it.state(),
                    it.reason(),
                    dossier.granted(),
                    dossier.version(),
                    dossier.content());
        }
    }

    @Schema(description = "Un acte ; le nom de l’agent n’est pas dit")
    record EventView(String act, Instant at, int granted, String motif) {

        static EventView of(ActeStore.Line it) {
            return new EventView(it.act(), it.at(), it.version(), it.motif());
        }
    }

    @Schema(description = "Un message ; side est DEMANDEUR ou INSTRUCTEUR")
    record MessageView(String side, Instant at, String message) {

        static MessageView of(DemandeMessage it) {
            return new MessageView(it.side().name(), it.at(), it.body());
        }
    }

    record DelegationView(UUID id, UUID habilitation, UUID editor, Instant since) {

        static DelegationView of(Delegation it) {
            return new DelegationView(
                    it.id(), it.habilitation().value(), it.editor().value(), it.since());
        }
    }

    @Schema(description = "Un type de données et ce qu’il demande en plus")
    record FormulaireView(
            String code,
            String provider,
            List<String> fields,
            String introduction,
            List<String> blocs,
            int longestRetention,
            boolean open) {

        static FormulaireView of(DataSet set, Formulaire it) {
            return new FormulaireView(
                    set.code(),
                    set.provider(),
                    set.fields().stream().map(DataField::code).toList(),
                    it.introduction(),
                    it.blocs().stream().map(Bloc::code).sorted().toList(),
                    it.longestRetention(),
                    it.open());
        }
    }
}
