package fr.socle.avis.token;

import fr.socle.avis.store.TokenStore;
import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.OpinionQuarter;
import fr.socle.demarches.spi.OpinionDoor;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way from a decided dossier to the page of the opinion. */
@Component
class AvisDoor implements OpinionDoor {

    private final TokenStore store;

    AvisDoor(TokenStore store) {
        this.store = store;
    }

    @Override
    public String path() {
        return "/avis/";
    }

    @Override
    public void expect(DemarcheId demarche, OpinionQuarter quarter, List<byte[]> digests) {
        store.add(demarche, quarter, digests);
    }
}
