package fr.socle.identity.web;

import fr.socle.house.PublicAddress;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Where the code of an error is explained that a service hears ({@code error_uri}: RFC 6749, 5.2;
 * FranceConnect's contract), and the line in the log under the same reference.
 */
@Component
class ErrorUris {

    static final String PAGE = "/erreurs";
    static final String REFERENCE = "id";

    private static final Logger LOG = LoggerFactory.getLogger(ErrorUris.class);

    private final PublicAddress address;

    ErrorUris(PublicAddress address) {
        this.address = address;
    }

    /**
     * @param code of FranceConnect, or OAuth's own word where that has none
     * @param why for the log; in English, without a person's data
     */
    String of(String code, String why) {
        var reference = UUID.randomUUID();
        LOG.info("{} {} {}", code, reference, why);
        return address.of(PAGE + "/" + code + "?" + REFERENCE + "=" + reference);
    }
}
