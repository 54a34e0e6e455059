package fr.socle.avis.token;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.spi.OpinionDoor;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The way from a decided dossier to the page of the opinion. */
@Component
class AvisDoor implements OpinionDoor {

    private final Tokens tokens;
    private final Opinions opinions;

    AvisDoor(Tokens tokens, Opinions opinions) {
        this.tokens = tokens;
        this.opinions = opinions;
    }

    @Override
    public Optional<String> pathFor(DemarcheId demarche, UUID dossier) {
        var token = tokens.write(demarche, dossier);
        return tokens.read(token).filter(it -> !opinions.given(it)).map(_ -> "/avis/" + token);
    }
}
