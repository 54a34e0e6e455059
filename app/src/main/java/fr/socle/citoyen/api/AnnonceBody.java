package fr.socle.citoyen.api;

import fr.socle.citoyen.suivi.Annonce;
import fr.socle.citoyen.suivi.Annonce.Whose;
import fr.socle.citoyen.suivi.Etat;
import fr.socle.kernel.IdentitePivot;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Refusal;
import fr.socle.ui.api.ApiProblem;
import fr.socle.ui.api.JsonBody;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An announcement, as programs write it. */
@Schema(name = "Annonce", description = "Où en est une démarche d’une personne")
record AnnonceBody(
        @Schema(description = "Le numéro de la démarche chez vous, 80 caractères au plus")
                String reference,
        @Schema(description = "L’intitulé que lit la personne, 200 caractères au plus")
                String demarche,
        @Schema(
                        description =
                                "recue, en-cours, complement-demande, acceptee, refusee,"
                                        + " sans-suite")
                String etat,
        @Schema(description = "Depuis quand, ISO 8601 avec fuseau") String le,
        @Schema(description = "Où la personne la continue : une adresse https")
                @Nullable String adresse,
        @Schema(description = "La personne, telle que votre service connecté la connaît")
                @Nullable String sub,
        @Nullable String given_name,
        @Nullable String family_name,
        @Schema(description = "AAAA-MM-JJ") @Nullable String birthdate,
        @Schema(description = "male, female ou unspecified") @Nullable String gender,
        @Schema(description = "Code INSEE de la commune, si elle est en France")
                @Nullable String birthplace,
        @Schema(description = "Code INSEE du pays") @Nullable String birthcountry) {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final Instant OLDEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final List<String> CLAIMS =
            List.of(
                    "given_name",
                    "family_name",
                    "birthdate",
                    "gender",
                    "birthplace",
                    "birthcountry");

    /**
     * @throws ApiProblem 422 naming each member that is wrong
     */
    static Annonce read(Map<String, Object> body, Instant now) {
        var form = JsonBody.form(body, AnnonceBody.class);
        var reference = form.required("reference", 80);
        var title = form.required("demarche", 200);
        var state = form.read("etat", Reading.among(Etat.byWord()));
        var at = form.read("le", moment(now));
        var address = form.readOptional("adresse", AnnonceBody::https);
        var whose = whose(form, now);
        if (!form.ok() || whose.isEmpty()) {
            throw ApiProblem.of(form);
        }
        return new Annonce(
                reference,
                title,
                state.orElseThrow(),
                at.orElseThrow(),
                address.orElse(null),
                whose.get());
    }

    private static Optional<Whose> whose(Form form, Instant now) {
        var sub = form.optional("sub", 255);
        var claims = new LinkedHashMap<String, String>();
        for (var claim : CLAIMS) {
            var value = form.optional(claim, 300);
            if (!value.isEmpty()) {
                claims.put(claim, value);
            }
        }
        if (sub.isEmpty() == claims.isEmpty()) {
            if (form.error("sub").isEmpty()) {
                form.reject("sub", Refusal.of("citoyen.api.whose"));
            }
            return Optional.empty();
        }
        return sub.isEmpty() ? pivot(form, claims, now) : Optional.of(new Whose.Sub(sub));
    }

    private static Optional<Whose> pivot(Form form, Map<String, String> claims, Instant now) {
        return switch (IdentitePivot.read(claims, LocalDate.ofInstant(now, PARIS))) {
            case IdentitePivot.Reading.Accepted(var identity) ->
                    Optional.of(new Whose.Pivot(identity));
            case IdentitePivot.Reading.Refused(var why) -> {
                why.forEach(form::reject);
                yield Optional.empty();
            }
        };
    }

    private static Function<String, Parsed<Instant>> moment(Instant now) {
        return text -> {
            try {
                var at = OffsetDateTime.parse(text).toInstant();
                return at.isAfter(now.plus(SKEW)) || at.isBefore(OLDEST)
                        ? Parsed.invalid("citoyen.api.moment.far")
                        : Parsed.valid(at.truncatedTo(ChronoUnit.MICROS));
            } catch (DateTimeException _) {
                return Parsed.invalid("citoyen.api.moment");
            }
        };
    }

    private static Parsed<String> https(String text) {
        try {
            var uri = URI.create(text);
            return text.length() <= 500
                            && "https".equals(uri.getScheme())
                            && uri.getHost() != null
                            && uri.getUserInfo() == null
                    ? Parsed.valid(text)
                    : Parsed.invalid("citoyen.api.https");
        } catch (IllegalArgumentException _) {
            return Parsed.invalid("citoyen.api.https");
        }
    }
}
