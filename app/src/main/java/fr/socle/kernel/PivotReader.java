package fr.socle.kernel;

import fr.socle.kernel.IdentitePivot.Reading;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads each claim of an identité pivot, and remembers every refusal rather than the first. */
final class PivotReader {

    private final Map<String, ?> claims;
    private final Map<String, Refusal> refusals = new LinkedHashMap<>();

    PivotReader(Map<String, ?> claims) {
        this.claims = claims;
    }

    Reading read(LocalDate today) {
        var given = claim("given_name", name(IdentitePivot::refusalOfGivenName));
        var family = claim("family_name", name(IdentitePivot::refusalOfFamilyName));
        var birthDate = claim("birthdate", value -> BirthDate.parse(value, today));
        var gender = claim("gender", Gender::parse);
        var place = place(birthDate == null ? LocalDate.MIN : birthDate.earliest());
        if (given == null
                || family == null
                || birthDate == null
                || gender == null
                || place == null) {
            return new Reading.Refused(refusals);
        }
        return new Reading.Accepted(new IdentitePivot(given, family, birthDate, gender, place));
    }

    /**
     * @param born the first possible day of birth: what ended before cannot be the place
     */
    private @Nullable BirthPlace place(LocalDate born) {
        var pays = claim("birthcountry", value -> CodePays.parseAt(value, born));
        if (pays == null) {
            return null;
        }
        if (pays.isFrance()) {
            var commune = claim("birthplace", value -> commune(value, born));
            return commune == null ? null : new BirthPlace.InFrance(commune);
        }
        return claim("birthplace", value -> abroad(value, pays));
    }

    private static Parsed<CodeCommune> commune(String value, LocalDate born) {
        return Typed.trim(value).isEmpty()
                ? Parsed.invalid("kernel.birthplace.missing")
                : CodeCommune.parseAt(value, born);
    }

    private static Parsed<BirthPlace> abroad(String value, CodePays pays) {
        return Typed.trim(value).isEmpty()
                ? Parsed.valid(new BirthPlace.Abroad(pays))
                : Parsed.invalid("kernel.birthplace.abroad", pays.nom());
    }

    private static Function<String, Parsed<String>> name(Typed.Rule rule) {
        return value -> Typed.parse(value, rule, Function.identity());
    }

    private <T> @Nullable T claim(String name, Function<String, Parsed<T>> parse) {
        return switch (text(name, parse)) {
            case Parsed.Valid<T>(var value) -> value;
            case Parsed.Invalid<T>(var refusal) -> {
                refusals.put(name, refusal);
                yield null;
            }
        };
    }

    /** An absent claim reads as an empty one, so that the type says what is missing. */
    private <T> Parsed<T> text(String name, Function<String, Parsed<T>> parse) {
        var claim = claims.get(name);
        if (claim == null) {
            return parse.apply("");
        }
        return claim instanceof String text
                ? parse.apply(text)
                : Parsed.invalid("kernel.claim.text");
    }
}
