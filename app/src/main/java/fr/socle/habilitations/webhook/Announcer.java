package fr.socle.habilitations.webhook;

import fr.socle.habilitations.demande.Demande;
import fr.socle.habilitations.store.DeliveryStore;
import fr.socle.habilitations.trace.Acte;
import java.time.Instant;
import java.util.LinkedHashMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes for programs what was done with a request, in the transaction of the act. */
@Component
public class Announcer {

    private final DeliveryStore store;
    private final JsonMapper json;

    Announcer(DeliveryStore store, JsonMapper json) {
        this.store = store;
        this.json = json;
    }

    /** Nothing of what was written is told: who hears of it reads it with a token. */
    public void announce(Acte act, Demande after, Instant now) {
        var dossier = after.dossier();
        var data = new LinkedHashMap<String, Object>();
        data.put("id", dossier.id().toString());
        data.put("organisation", dossier.organisation().toString());
        data.put("state", after.state());
        data.put("granted", dossier.granted());
        var body = new LinkedHashMap<String, Object>();
        body.put("type", act.kind().code());
        body.put("timestamp", now.toString());
        body.put("data", data);
        store.enqueue(
                act.kind().code(),
                dossier.id().value(),
                dossier.organisation(),
                act != Acte.BROUILLON,
                json.writeValueAsString(body),
                now);
    }
}
