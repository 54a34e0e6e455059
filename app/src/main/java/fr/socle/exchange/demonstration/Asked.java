package fr.socle.exchange.demonstration;

import fr.socle.kernel.Parsed;
import fr.socle.kernel.Siret;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of API Particulier v3's modality « identité ».
 *
 * @param month two digits; empty when it was not sent, as the day
 */
record Asked(
        String familyName,
        List<String> givenNames,
        String year,
        String month,
        String day,
        String sex,
        String country,
        String commune) {

    /** The parameters, or the first that is missing or wrong. */
    sealed interface Outcome {

        record Readable(Asked asked) implements Outcome {}

        /**
         * @param code of the platform: 00203, 00210 or 00366
         */
        record Wrong(String code, String parameter) implements Outcome {}
    }

    static Outcome read(HttpServletRequest request) {
        var recipient = value(request, "recipient");
        if (recipient.isEmpty()) {
            return new Outcome.Wrong("00203", "recipient");
        }
        if (Siret.parse(recipient) instanceof Parsed.Invalid<Siret>) {
            return new Outcome.Wrong("00210", "recipient");
        }
        var asked =
                new Asked(
                        value(request, "nomNaissance"),
                        values(request, "prenoms[]"),
                        value(request, "anneeDateNaissance"),
                        twoDigits(value(request, "moisDateNaissance")),
                        twoDigits(value(request, "jourDateNaissance")),
                        value(request, "sexeEtatCivil"),
                        value(request, "codeCogInseePaysNaissance"),
                        value(request, "codeCogInseeCommuneNaissance"));
        var wrong = asked.wrong();
        return wrong == null ? new Outcome.Readable(asked) : new Outcome.Wrong("00366", wrong);
    }

    private @Nullable String wrong() {
        if (familyName.isBlank()) {
            return "nomNaissance";
        }
        if (givenNames.isEmpty()) {
            return "prenoms";
        }
        if (!sex.equals("F") && !sex.equals("M")) {
            return "sexeEtatCivil";
        }
        if (!country.matches("99[0-9]{3}")) {
            return "codeCogInseePaysNaissance";
        }
        return country.equals("99100") && commune.isEmpty() ? "codeCogInseeCommuneNaissance" : null;
    }

    private static String value(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    private static List<String> values(HttpServletRequest request, String name) {
        var values = request.getParameterValues(name);
        return values == null
                ? List.of()
                : Arrays.stream(values).filter(it -> !it.isBlank()).toList();
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }
}
