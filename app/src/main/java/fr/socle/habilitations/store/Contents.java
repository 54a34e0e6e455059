package fr.socle.habilitations.store;

import fr.socle.habilitations.demande.Contenu;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What organisations wrote, as the rows keep it. */
@Component
record Contents(JsonMapper json) {

    String write(Contenu content) {
        return json.writeValueAsString(content);
    }

    Contenu read(String row) {
        return json.readValue(row, Contenu.class);
    }
}
