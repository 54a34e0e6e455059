package fr.socle.identity.web;

import fr.socle.identity.broker.OwnKeys;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Federations;
import fr.socle.ui.access.Public;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The keys of a federation as a client: providers check and encrypt by them. */
@RestController
@Public
class ClientKeysController {

    private final OwnKeys keys;

    ClientKeysController(OwnKeys keys) {
        this.keys = keys;
    }

    @GetMapping("/{federation:" + Federations.CODES + "}/api/v2/client/.well-known/keys")
    Map<String, Object> published(@PathVariable Federation federation) {
        return keys.published(federation);
    }
}
