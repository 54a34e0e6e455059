package fr.socle.citoyen;

import fr.socle.kernel.Parsed;
import fr.socle.kernel.Siret;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * On whose ground the digital file shows people what providers hold about them.
 *
 * @param organisation SIRET of the organisation that runs the digital file; its habilitations on
 *     whose ground nobody but the person may ask found the page « Mes données »; none by default,
 *     and a made-up one in demonstration
 */
@ConfigurationProperties("socle.citoyen")
public record CitoyenSettings(@Nullable String organisation) {

    public CitoyenSettings {
        if (organisation != null && !(Siret.parse(organisation) instanceof Parsed.Valid<Siret>)) {
            throw new IllegalArgumentException("socle.citoyen.organisation is a SIRET");
        }
    }

    /** The organisation that runs the digital file, if the operator named one. */
    public Optional<Siret> siret() {
        return organisation == null
                ? Optional.empty()
                : Optional.of(Siret.parse(organisation).orThrow());
    }
}
