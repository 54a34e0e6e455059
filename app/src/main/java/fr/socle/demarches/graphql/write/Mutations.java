package fr.socle.demarches.graphql.write;

import fr.socle.demarches.graphql.read.Reading;
import fr.socle.demarches.graphql.read.Refus;
import fr.socle.demarches.instruction.Instruction.Choice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The mutations of the contract, by name. */
@Component
public class Mutations {

    /** What one does, for a token that may write. */
    @FunctionalInterface
    private interface Mutation {
        Payload run(Reading reading, Map<String, Object> input);
    }

    private static final String UPLOAD = "createDirectUpload";

    private final Map<String, Mutation> all = new HashMap<>();
    private final Mandates mandates;

    /** Who does what. */
    @Component
    record Doers(
            Acts acts,
            MessageActs messages,
            StickerActs stickers,
            AnnotationActs annotations,
            Procedures procedures) {}

    /** What changes procedures, and receives files. */
    @Component
    record Procedures(Groups groups, Clones clones, DirectUploads uploads) {}

    Mutations(Doers doers, Mandates mandates) {
        this.mandates = mandates;
        states(doers.acts());
        beside(doers.messages(), doers.stickers());
        annotations(doers.annotations());
        procedures(doers.procedures());
    }

    private void states(Acts acts) {
        all.put("dossierPasserEnInstruction", acts::passerEnInstruction);
        all.put("dossierRepasserEnConstruction", acts::repasserEnConstruction);
        all.put("dossierRepasserEnInstruction", acts::repasserEnInstruction);
        all.put(
                "dossierAccepter",
                (reading, input) -> acts.decider(reading, input, false, Choice.Accepter::new));
        all.put(
                "dossierRefuser",
                (reading, input) -> acts.decider(reading, input, true, Choice.Refuser::new));
        all.put(
                "dossierClasserSansSuite",
                (reading, input) ->
                        acts.decider(reading, input, true, Choice.ClasserSansSuite::new));
        all.put("dossierArchiver", (reading, input) -> acts.archiver(reading, input, true));
        all.put("dossierDesarchiver", (reading, input) -> acts.archiver(reading, input, false));
    }

    private void beside(MessageActs messages, StickerActs stickers) {
        all.put("dossierEnvoyerMessage", messages::envoyer);
        all.put("dossierSupprimerMessage", messages::supprimer);
        all.put("dossierAjouterLabel", stickers::ajouterLabel);
        all.put("dossierSupprimerLabel", stickers::supprimerLabel);
        all.put("dossierBasculeSuivi", stickers::basculerSuivi);
        all.put("dossierChangerGroupeInstructeur", stickers::changerGroupe);
    }

    private void annotations(AnnotationActs annotations) {
        all.put("dossierModifierAnnotations", annotations::modifier);
        all.put("dossierModifierAnnotationAjouterLigne", annotations::ajouterLigne);
        one(annotations, "Text", "text", "textarea");
        one(annotations, "Checkbox", "checkbox", "yesNo");
        one(annotations, "Date", "date");
        one(annotations, "Datetime", "datetime");
        one(annotations, "DecimalNumber", "decimalNumber");
        one(annotations, "IntegerNumber", "integerNumber");
        one(annotations, "DropDownList", "dropDownList");
    }

    private void one(AnnotationActs annotations, String type, String... members) {
        all.put(
                "dossierModifierAnnotation" + type,
                (reading, input) -> annotations.modifier(reading, input, List.of(members)));
    }

    private void procedures(Procedures procedures) {
        all.put("groupeInstructeurCreer", procedures.groups()::creer);
        all.put("groupeInstructeurModifier", procedures.groups()::modifier);
        all.put("groupeInstructeurAjouterInstructeurs", procedures.groups()::ajouter);
        all.put("groupeInstructeurSupprimerInstructeurs", procedures.groups()::supprimer);
        all.put("demarcheCloner", procedures.clones()::cloner);
        all.put(UPLOAD, procedures.uploads()::begin);
    }

    /** Every one that is done here. */
    public Set<String> names() {
        return Set.copyOf(all.keySet());
    }

    /**
     * @param name of the mutation
     * @return its payload
     * @throws Refus when the token does not open what the mutation is about
     */
    public Object run(String name, Reading reading, Map<String, Object> input) {
        var jeton = reading.jeton().orElseThrow(() -> Refus.unauthorized("Mutation"));
        if (!jeton.mayWrite()) {
            return readOnly(name).heard(input);
        }
        // because an earlier mutation of the same call may have changed what was read
        reading.fresh();
        return Objects.requireNonNull(all.get(name), name).run(reading, input).heard(input);
    }

    /** A direct upload has no place for a reason: the whole field is refused. */
    private Payload readOnly(String name) {
        if (name.equals(UPLOAD)) {
            throw Refus.unauthorized("Mutation");
        }
        return mandates.refused("demarches.api.read-only", name);
    }
}
