package fr.socle.identity.registry;

import fr.socle.house.PublicAddress;
import fr.socle.identity.broker.Breakers;
import fr.socle.identity.broker.OpenIdClient;
import fr.socle.identity.broker.UpstreamFailure;
import fr.socle.identity.broker.UpstreamFault;
import fr.socle.identity.broker.UpstreamHttp;
import fr.socle.identity.registry.Verdict.Unavailable;
import fr.socle.kernel.BirthPlace;
import fr.socle.kernel.Gender;
import fr.socle.kernel.IdentitePivot;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import org.springframework.stereotype.Component;

/**
 * The RNIPP over HTTP: one GET, one XML answer, six seconds at most. A register that failed
 * repeatedly is spared for half a minute. The request holds a civil status, so that no log shows
 * its address.
 */
@Component
class RnippRegistry implements CivilRegistry {

    /** Where the register of the demonstration lies in this house. */
    static final String DEMONSTRATION = "/demonstration/rnipp";

    static final String PATH = "/Brpp2IdentificationComplet/individus";

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String BREAKER = "rnipp";

    private final UpstreamHttp http;
    private final Breakers breakers;
    private final RegistrySettings settings;
    private final PublicAddress house;
    private final Clock clock;

    RnippRegistry(
            UpstreamHttp http,
            Breakers breakers,
            RegistrySettings settings,
            PublicAddress house,
            Clock clock) {
        this.http = http;
        this.breakers = breakers;
        this.settings = settings;
        this.house = house;
        this.clock = clock;
    }

    @Override
    public Verdict check(IdentitePivot identity) {
        try {
            return breakers.through(BREAKER, UpstreamFault.REGISTRY_STATUS, () -> ask(identity));
        } catch (UpstreamFailure failed) {
            return new Unavailable(
                    failed.late() ? UpstreamFault.REGISTRY_TIMEOUT : UpstreamFault.REGISTRY_STATUS,
                    failed.why());
        }
    }

    private Verdict ask(IdentitePivot identity) throws UpstreamFailure {
        var answer = http.settled(base() + PATH + "?" + query(identity), "application/xml");
        if (answer.status() != 200) {
            throw new UpstreamFailure(
                    UpstreamFault.REGISTRY_STATUS, "the register answers " + answer.status());
        }
        return RnippAnswer.read(answer.body(), LocalDate.now(clock.withZone(PARIS)));
    }

    private String base() {
        var address = settings.address();
        return address == null ? house.of(DEMONSTRATION) : address;
    }

    /** In the order and under the names of the contract. */
    static String query(IdentitePivot identity) {
        var asked = new LinkedHashMap<String, String>();
        asked.put("rechercheType", "S");
        asked.put("nom", identity.familyName());
        asked.put("prenoms", String.join(" ", identity.givenNames()));
        asked.put("dateNaissance", identity.birthDate().iso().replace("-", ""));
        asked.put("sexe", letter(identity.gender()));
        asked.put(
                "codeLieuNaissance",
                switch (identity.birthPlace()) {
                    case BirthPlace.InFrance(var commune) -> commune.value();
                    case BirthPlace.Abroad(var pays) -> pays.value();
                });
        return OpenIdClient.encoded(asked).replace("+", "%20");
    }

    private static String letter(Gender gender) {
        return switch (gender) {
            case MALE -> "M";
            case FEMALE -> "F";
            case UNSPECIFIED -> "I";
        };
    }
}
