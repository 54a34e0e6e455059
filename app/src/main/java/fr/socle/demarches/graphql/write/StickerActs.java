package fr.socle.demarches.graphql.write;

import fr.socle.demarches.graphql.read.DossierView;
import fr.socle.demarches.graphql.read.LabelView;
import fr.socle.demarches.graphql.read.Reading;
import fr.socle.demarches.graphql.read.Refus;
import fr.socle.demarches.graphql.read.TypedId;
import fr.socle.demarches.instruction.Attribution;
import fr.socle.demarches.liste.Etiquette;
import fr.socle.demarches.liste.EtiquetteStore;
import fr.socle.directory.AgentId;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who has a dossier, who follows it, what is stuck on it: nothing that the usager said. */
@Component
class StickerActs {

    private final EtiquetteStore labels;
    private final Attribution attribution;
    private final Mandates mandates;

    StickerActs(EtiquetteStore labels, Attribution attribution, Mandates mandates) {
        this.labels = labels;
        this.attribution = attribution;
        this.mandates = mandates;
    }

    Payload ajouterLabel(Reading reading, Map<String, Object> input) {
        var seen = Mandates.dossier(reading, input);
        var label = label(seen, input);
        if (labels.of(seen.dossier().id()).contains(label)) {
            return mandates.refused("demarches.api.label.there", label.label());
        }
        labels.stick(seen.dossier().id(), label.id());
        return stuck(reading, seen, label);
    }

    Payload supprimerLabel(Reading reading, Map<String, Object> input) {
        var seen = Mandates.dossier(reading, input);
        var label = label(seen, input);
        if (!labels.of(seen.dossier().id()).contains(label)) {
            return mandates.refused("demarches.api.label.absent", label.label());
        }
        labels.remove(seen.dossier().id(), label.id());
        return stuck(reading, seen, label);
    }

    /** One of the dossier's procedure: that of another does not exist here. */
    private Etiquette label(DossierView seen, Map<String, Object> input) {
        var wanted = TypedId.number(LabelView.KIND, Mandates.text(input, "labelId")).orElse(0);
        return labels.of(seen.dossier().fiche().demarche()).stream()
                .filter(it -> it.id() == wanted)
                .findFirst()
                .orElseThrow(() -> Refus.notFound(LabelView.KIND));
    }

    private static Payload stuck(Reading reading, DossierView seen, Etiquette label) {
        return Payload.done("dossier", reading.dossier(seen.dossier().id()))
                .with("label", LabelView.of(label));
    }

    Payload basculerSuivi(Reading reading, Map<String, Object> input) {
        return mandates.acting(
                reading,
                input,
                (seen, agent) -> {
                    attribution.follow(
                            seen.dossier(), agent, Boolean.TRUE.equals(input.get("follow")));
                    return Payload.done("dossier", reading.dossier(seen.dossier().id()))
                            .with("instructeur", reading.profile(new AgentId(agent.agent())));
                });
    }

    /** The contract names no agent: it is done in the name of who made the token. */
    Payload changerGroupe(Reading reading, Map<String, Object> input) {
        var seen = Mandates.dossier(reading, input);
        var to = Groups.groupe(reading, input);
        var dossier = seen.dossier();
        var from = attribution.of(dossier).groupe();
        if (from.equals(to.groupe().id())) {
            return mandates.refused("demarches.api.groupe.there", to.label());
        }
        return switch (attribution.move(dossier, mandates.maker(reading), from, to.groupe().id())) {
            case DONE -> Payload.done("dossier", reading.dossier(dossier.id()));
            case OVERTAKEN -> mandates.refused("demarches.api.overtaken");
            case NOT_POSSIBLE -> mandates.refused("demarches.api.groupe.other", to.label());
        };
    }
}
