package fr.socle.demarches.graphql.write;

import fr.socle.demarches.graphql.read.Reading;
import fr.socle.demarches.graphql.read.Refus;
import fr.socle.demarches.instruction.Instruction.Choice;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The mutations of the contract. Those whose act does not exist here are refused by name. */
@Component
public class Mutations {

    private static final List<String> DONE =
            List.of(
                    "createDirectUpload",
                    "dossierAccepter",
                    "dossierClasserSansSuite",
                    "dossierEnvoyerMessage",
                    "dossierPasserEnInstruction",
                    "dossierRefuser");

    private static final List<String> NOT_YET =
            List.of(
                    "demarcheCloner",
                    "dossierAjouterLabel",
                    "dossierArchiver",
                    "dossierBasculeSuivi",
                    "dossierChangerGroupeInstructeur",
                    "dossierDesarchiver",
                    "dossierModifierAnnotationAjouterLigne",
                    "dossierModifierAnnotationCheckbox",
                    "dossierModifierAnnotationDate",
                    "dossierModifierAnnotationDatetime",
                    "dossierModifierAnnotationDecimalNumber",
                    "dossierModifierAnnotationDropDownList",
                    "dossierModifierAnnotationIntegerNumber",
                    "dossierModifierAnnotationText",
                    "dossierModifierAnnotations",
                    "dossierRepasserEnConstruction",
                    "dossierRepasserEnInstruction",
                    "dossierSupprimerLabel",
                    "dossierSupprimerMessage",
                    "groupeInstructeurAjouterInstructeurs",
                    "groupeInstructeurCreer",
                    "groupeInstructeurModifier",
                    "groupeInstructeurSupprimerInstructeurs");

    /** All of the contract. */
    public static final List<String> NAMES =
            Stream.concat(DONE.stream(), NOT_YET.stream()).toList();

    private final Acts acts;
    private final DirectUploads uploads;

    Mutations(Acts acts, DirectUploads uploads) {
        this.acts = acts;
        this.uploads = uploads;
    }

    /**
     * @param name of the mutation
     * @return its payload
     * @throws Refus when the token does not open what the mutation is about
     */
    public Object run(String name, Reading reading, Map<String, Object> input) {
        var jeton = reading.jeton().orElseThrow(() -> Refus.unauthorized("Mutation"));
        if (!jeton.mayWrite()) {
            return refused(name, "demarches.api.read-only").heard(input);
        }
        return done(name, reading, input).heard(input);
    }

    private Payload done(String name, Reading reading, Map<String, Object> input) {
        return switch (name) {
            case "createDirectUpload" -> uploads.begin(reading, input);
            case "dossierPasserEnInstruction" -> acts.passerEnInstruction(reading, input);
            case "dossierAccepter" -> acts.decider(reading, input, false, Choice.Accepter::new);
            case "dossierRefuser" -> acts.decider(reading, input, true, Choice.Refuser::new);
            case "dossierClasserSansSuite" ->
                    acts.decider(reading, input, true, Choice.ClasserSansSuite::new);
            case "dossierEnvoyerMessage" -> acts.envoyerMessage(reading, input);
            default -> refused(name, "demarches.api.not-yet");
        };
    }

    /** A direct upload has no place for a reason: the whole field is refused. */
    private Payload refused(String name, String key) {
        if (name.equals("createDirectUpload")) {
            throw Refus.unauthorized("Mutation");
        }
        return Payload.refused(acts.told(key, name));
    }
}
