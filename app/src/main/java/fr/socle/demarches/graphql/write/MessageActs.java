package fr.socle.demarches.graphql.write;

import fr.socle.demarches.dossier.Correction;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.graphql.read.DossierView;
import fr.socle.demarches.graphql.read.MessageView;
import fr.socle.demarches.graphql.read.Reading;
import fr.socle.demarches.graphql.read.Refus;
import fr.socle.demarches.instruction.Instruction;
import fr.socle.demarches.messagerie.Messagerie;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Messages to the usager. One that asks for a correction gives the dossier back to them. */
@Component
class MessageActs {

    private final Messagerie messagerie;
    private final Instruction instruction;
    private final Acts acts;
    private final DirectUploads uploads;
    private final Mandates mandates;

    MessageActs(
            Messagerie messagerie,
            Instruction instruction,
            Acts acts,
            DirectUploads uploads,
            Mandates mandates) {
        this.messagerie = messagerie;
        this.instruction = instruction;
        this.acts = acts;
        this.uploads = uploads;
        this.mandates = mandates;
    }

    Payload envoyer(Reading reading, Map<String, Object> input) {
        var body = Mandates.text(input, "body").strip();
        if (body.isEmpty()) {
            return mandates.refused("demarches.api.body.missing");
        }
        if (body.length() > Acts.LONGEST) {
            return mandates.refused("demarches.api.body.long", Acts.LONGEST);
        }
        if (input.get("correction") != null && input.get("attachment") != null) {
            return mandates.refused("demarches.api.attachment.correction");
        }
        return input.get("correction") == null
                ? write(reading, input, body)
                : correct(reading, input, body);
    }

    private Payload write(Reading reading, Map<String, Object> input, String body) {
        return mandates.acting(
                reading,
                input,
                (seen, agent) -> {
                    var wanted = Mandates.text(input, "attachment");
                    var piece = uploads.use(reading, seen.dossier().id(), wanted);
                    if (!wanted.isEmpty() && piece.isEmpty()) {
                        return mandates.refused("demarches.api.attachment.unknown");
                    }
                    var id = UUID.randomUUID();
                    messagerie.write(id, seen.dossier(), agent, body, piece.orElse(null));
                    return message(reading, seen.dossier(), id);
                });
    }

    private Payload correct(Reading reading, Map<String, Object> input, String body) {
        var raison = Correction.Raison.of(Mandates.text(input, "correction"));
        var payload =
                acts.act(
                        reading,
                        input,
                        (seen, agent) ->
                                instruction.demanderCorrection(
                                        seen.dossier().id(), seen.version(), agent, raison, body));
        return payload.field("dossier") instanceof DossierView now
                ? Payload.done("message", asked(now))
                : payload;
    }

    /** The newest one that asks for a correction. */
    private static MessageView asked(DossierView now) {
        return now.messages(Map.of()).reversed().stream()
                .filter(it -> it.correction() != null)
                .findFirst()
                .orElseThrow();
    }

    /** A correction is withdrawn by going on without it, not here. */
    Payload supprimer(Reading reading, Map<String, Object> input) {
        var id = Mandates.text(input, "messageId");
        var message = MessageView.read(id).orElseThrow(() -> Refus.notFound("Message"));
        var dossier = messagerie.dossierOf(message).orElseThrow(() -> Refus.notFound("Message"));
        return mandates.acting(
                reading,
                input,
                reading.dossier(dossier),
                (seen, agent) ->
                        messagerie.takeBack(message, seen.dossier(), agent)
                                ? message(reading, seen.dossier(), message)
                                : mandates.refused("demarches.api.message.kept"));
    }

    private static Payload message(Reading reading, Depose dossier, UUID id) {
        var wanted = Map.<String, Object>of("id", MessageView.idOf(id));
        return Payload.done("message", reading.dossier(dossier.id()).messages(wanted).getFirst());
    }
}
