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

    AvisDoor(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Optional<String> pathFor(DemarcheId demarche, UUID dossier) {
        return Optional.of("/avis/" + tokens.write(demarche, dossier));
    }
}
