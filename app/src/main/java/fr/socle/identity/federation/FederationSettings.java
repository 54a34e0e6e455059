package fr.socle.identity.federation;

import fr.socle.house.WrongSetting;
import fr.socle.identity.federation.Federation.Name;
import fr.socle.identity.federation.Federation.Session;
import fr.socle.identity.keys.JwtAlg;
import fr.socle.identity.registry.RegistrySettings.WhenDown;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;

/**
 * A federation that an operator adds to the three of the house. Its code stands in the key and is
 * the first segment of its addresses. What is not said is as in the house's own federation of that
 * contract.
 *
 * @param contract what the federation promises, and to whom: {@code franceconnect}, {@code
 *     franceconnect-plus} (usagers) or {@code proconnect} (agents); needed. {@code <code>} is the
 *     first segment of the federation's addresses, in small letters and hyphens
 * @param name what pages call the federation, in French; needed
 * @param nameEn what pages call it in English; by default as in French
 * @param levels the levels that a service may get: {@code eidas1}, {@code eidas1-mfa} (agents),
 *     {@code eidas2}, {@code eidas3}; by default those of its contract's federation
 * @param usualLevel the level of a request that names none; by default as in its contract's
 *     federation if that is offered, else the lowest
 * @param algorithms by what a service may have its tokens signed: {@code ES256}, which is needed,
 *     {@code RS256}, {@code HS256}; by default as in its contract's federation
 * @param sessionLife how long people stay signed in, a minute to a day; by default as in its
 *     contract's federation
 * @param sessionSlides whether each further sign-in begins the life of a session again; by default
 *     as in its contract's federation
 * @param sessionLevel the highest level that a session answers without the provider; by default as
 *     in its contract's federation if that is offered, else the lowest
 * @param whenRegisterDown what becomes of its people when the register of civil status does not
 *     answer: {@code refuser} or {@code admettre}; by default as for its contract's federation
 */
@ConfigurationProperties(FederationSettings.PREFIX + ".<code>")
public record FederationSettings(
        @Nullable Contract contract,
        @Nullable String name,
        @Nullable String nameEn,
        @Nullable List<Acr> levels,
        @Nullable Acr usualLevel,
        @Nullable Set<JwtAlg> algorithms,
        @Nullable Duration sessionLife,
        @Nullable Boolean sessionSlides,
        @Nullable Acr sessionLevel,
        @Nullable WhenDown whenRegisterDown) {

    static final String PREFIX = "socle.identity.federations";

    private static final int LONGEST_CODE = 30;
    private static final int LONGEST_NAME = 80;
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    /** Its cookies would bear the names of those of people on their way into the house. */
    private static final String ENTRANCE = "entree";

    /**
     * All that are set.
     *
     * @throws WrongSetting for the first that cannot be
     */
    public static List<Federation> all(Binder settings) {
        return settings
                .bind(PREFIX, Bindable.mapOf(String.class, FederationSettings.class))
                .orElse(Map.of())
                .entrySet()
                .stream()
                .map(it -> new Reading(it.getKey(), it.getValue()).federation())
                .toList();
    }

    /** One of them, against its rules. */
    private record Reading(String code, FederationSettings said) {

        Federation federation() {
            checkCode();
            var typical = Federation.of(contract());
            var offered = offered(typical);
            return new Federation(
                    code,
                    new Name(name("name", said.name()), english()),
                    typical.contract(),
                    offered,
                    level("usual-level", said.usualLevel(), typical.usual(), offered),
                    algorithms(typical),
                    session(typical.session(), offered),
                    said.whenRegisterDown());
        }

        private void checkCode() {
            if (!code.matches("[a-z]+(-[a-z]+)*") || code.length() > LONGEST_CODE) {
                throw new WrongSetting(
                        PREFIX + "." + code,
                        "nomme une fédération par "
                                + LONGEST_CODE
                                + " lettres minuscules et « - » au plus");
            }
            if (new Federations(List.of()).find(code).isPresent()) {
                throw new WrongSetting(
                        PREFIX + "." + code, "nomme une fédération de la maison, qui a ses règles");
            }
            if (code.equals(ENTRANCE)) {
                throw taken(code);
            }
        }

        private Contract contract() {
            if (said.contract() == null) {
                throw wrong(
                        "contract",
                        "manque : "
                                + Arrays.stream(Contract.values())
                                        .map(it -> it.name().toLowerCase(Locale.ROOT))
                                        .map(it -> it.replace('_', '-'))
                                        .collect(Collectors.joining(", ")));
            }
            return said.contract();
        }

        private String english() {
            return said.nameEn() == null
                    ? name("name", said.name())
                    : name("name-en", said.nameEn());
        }

        private String name(String key, @Nullable String text) {
            var name = text == null ? "" : text.strip();
            if (name.isEmpty() || name.length() > LONGEST_NAME) {
                throw wrong(key, "est un texte de 1 à " + LONGEST_NAME + " caractères");
            }
            return name;
        }

        private List<Acr> offered(Federation typical) {
            if (said.levels() == null) {
                return typical.offered();
            }
            var levels = said.levels().stream().distinct().sorted().toList();
            if (levels.isEmpty()) {
                throw wrong("levels", "dit au moins un niveau");
            }
            if (typical.ofUsagers() && levels.contains(Acr.EIDAS1_MFA)) {
                throw wrong("levels", "ne contient pas « eidas1-mfa », qui est pour des agents");
            }
            return levels;
        }

        private Acr level(String key, @Nullable Acr wanted, Acr typical, List<Acr> offered) {
            if (wanted != null && !offered.contains(wanted)) {
                throw wrong(key, "est un des niveaux de « levels »");
            }
            return Objects.requireNonNullElse(
                    wanted, offered.contains(typical) ? typical : offered.getFirst());
        }

        private Set<JwtAlg> algorithms(Federation typical) {
            if (said.algorithms() == null) {
                return typical.algorithms();
            }
            if (!said.algorithms().contains(JwtAlg.ES256)) {
                // because what the house signs on its own account is signed by it
                throw wrong("algorithms", "contient « ES256 »");
            }
            return new LinkedHashSet<>(said.algorithms());
        }

        private Session session(Session typical, List<Acr> offered) {
            var life = Objects.requireNonNullElse(said.sessionLife(), typical.life());
            if (life.compareTo(SHORTEST) < 0 || life.compareTo(LONGEST) > 0) {
                throw wrong("session-life", "va d’une minute à un jour");
            }
            return new Session(
                    life,
                    Objects.requireNonNullElse(said.sessionSlides(), typical.slides()),
                    level("session-level", said.sessionLevel(), typical.highest(), offered));
        }

        private WrongSetting wrong(String key, String rule) {
            return new WrongSetting(PREFIX + "." + code + "." + key, rule);
        }
    }

    /** For a code that is the first word of other addresses of the house. */
    public static WrongSetting taken(String code) {
        return new WrongSetting(
                PREFIX + "." + code,
                "nomme une fédération par « " + code + " », qui est déjà une adresse de la maison");
    }

    /** For a code that is stored, and that no setting names. */
    public static WrongSetting missing(String code) {
        return new WrongSetting(
                PREFIX + "." + code + ".contract",
                "manque : des fournisseurs ou des services de cette fédération sont inscrits");
    }
}
