package fr.socle.exchange.api;

import fr.socle.exchange.Question.Parameter;
import fr.socle.kernel.IdentitePivot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A civil status in the parameters of API Particulier. Providers search by it even when a part is
 * missing; who is meant is known here only when it is whole.
 *
 * @param parameters as they go to the provider
 * @param errors everything that is wrong
 */
record CivilStatus(List<Parameter> parameters, List<ApiError> errors) {

    private static final String GIVEN = "prenoms[]";
    private static final String YEAR = "anneeDateNaissance";
    private static final String MONTH = "moisDateNaissance";
    private static final String DAY = "jourDateNaissance";
    private static final String COUNTRY = "codeCogInseePaysNaissance";
    private static final String COMMUNE = "codeCogInseeCommuneNaissance";
    private static final String FRANCE = "99100";

    private static final int MOST_NAMES = 10;
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,256}");

    /** The form of each; those that are demanded come first. */
    private static final Map<String, Pattern> FORMS =
            Map.of(
                    "nomNaissance",
                    NAME,
                    "sexeEtatCivil",
                    Pattern.compile("[FM]"),
                    "nomUsage",
                    NAME,
                    YEAR,
                    Pattern.compile("(18|19|20)[0-9]{2}"),
                    MONTH,
                    Pattern.compile("0?[1-9]|1[0-2]"),
                    DAY,
                    Pattern.compile("0?[1-9]|[12][0-9]|3[01]"),
                    COUNTRY,
                    Pattern.compile("99[0-9]{3}"),
                    COMMUNE,
                    Pattern.compile("[0-9][0-9AB][0-9]{3}"),
                    "nomCommuneNaissance",
                    NAME,
                    "codeCogInseeDepartementNaissance",
                    Pattern.compile("[0-9][0-9AB][0-9]?"));

    private static final List<String> ORDER =
            List.of(
                    "nomNaissance",
                    "nomUsage",
                    YEAR,
                    MONTH,
                    DAY,
                    "sexeEtatCivil",
                    COUNTRY,
                    COMMUNE,
                    "nomCommuneNaissance",
                    "codeCogInseeDepartementNaissance");

    private static final Set<String> DEMANDED = Set.of("nomNaissance", "sexeEtatCivil");

    CivilStatus {
        parameters = List.copyOf(parameters);
        errors = List.copyOf(errors);
    }

    /**
     * @param values of a parameter; null when it did not come
     */
    static CivilStatus read(Function<String, String @Nullable []> values) {
        var parameters = new ArrayList<Parameter>();
        var errors = new ArrayList<ApiError>();
        for (var name : ORDER) {
            var given = values.apply(name);
            if (given != null && given.length == 1 && given[0].isBlank()) {
                given = null;
            }
            if (given == null ? DEMANDED.contains(name) : !isRight(name, given)) {
                errors.add(Fault.CIVIL_STATUS.error.at(name));
            } else if (given != null) {
                parameters.add(new Parameter(name, given[0].strip()));
            }
            if (name.equals("nomNaissance")) {
                givenNames(values.apply(GIVEN), parameters, errors);
            }
        }
        return new CivilStatus(parameters, errors);
    }

    private static void givenNames(
            String @Nullable [] names, List<Parameter> parameters, List<ApiError> errors) {
        if (names == null || names.length > MOST_NAMES) {
            errors.add(Fault.CIVIL_STATUS.error.at(GIVEN));
            return;
        }
        for (var name : names) {
            if (name.isBlank() || !NAME.matcher(name).matches()) {
                errors.add(Fault.CIVIL_STATUS.error.at(GIVEN));
                return;
            }
            parameters.add(new Parameter(GIVEN, name.strip()));
        }
    }

    private static boolean isRight(String name, String[] given) {
        return given.length == 1
                && FORMS.getOrDefault(name, NAME).matcher(given[0].strip()).matches();
    }

    /** Who is meant, if nothing is missing. */
    Optional<IdentitePivot> identity(LocalDate today) {
        var known = new HashMap<String, String>();
        var names = new ArrayList<String>();
        for (var it : parameters) {
            if (it.name().equals(GIVEN)) {
                names.add(it.value());
            } else {
                known.put(it.name(), it.value());
            }
        }
        var claims = new HashMap<String, Object>();
        claims.put("given_name", String.join(" ", names));
        claims.put("family_name", known.getOrDefault("nomNaissance", ""));
        claims.put("gender", "M".equals(known.get("sexeEtatCivil")) ? "male" : "female");
        claims.put(
                "birthdate",
                known.getOrDefault(YEAR, "0000")
                        + "-"
                        + twoDigits(known.get(MONTH))
                        + "-"
                        + twoDigits(known.get(DAY)));
        claims.put("birthcountry", known.getOrDefault(COUNTRY, FRANCE));
        claims.put("birthplace", known.getOrDefault(COMMUNE, ""));
        return switch (IdentitePivot.read(claims, today)) {
            case IdentitePivot.Reading.Accepted(var identity) -> Optional.of(identity);
            case IdentitePivot.Reading.Refused _ -> Optional.empty();
        };
    }

    private static String twoDigits(@Nullable String number) {
        return number == null ? "00" : number.length() == 1 ? "0" + number : number;
    }
}
