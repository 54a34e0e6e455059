package fr.socle.exchange.provider;

import fr.socle.kernel.BirthDate;
import fr.socle.kernel.BirthPlace;
import fr.socle.kernel.Gender;
import fr.socle.kernel.IdentitePivot;
import fr.socle.kernel.Siret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A civil status as API Particulier v3 takes it in a query: {@code nomNaissance}, {@code
 * prenoms[]}, {@code anneeDateNaissance}… What is not known of a birth date is left out.
 */
final class PivotQuery {

    private final List<String> parameters = new ArrayList<>();

    private PivotQuery() {}

    /**
     * @param recipient the organisation that will obtain the data
     */
    static String of(IdentitePivot identity, Siret recipient) {
        var query = new PivotQuery();
        query.add("nomNaissance", identity.familyName());
        identity.givenNames().forEach(it -> query.add("prenoms[]", it));
        query.birth(identity.birthDate());
        query.sex(identity.gender());
        query.add("codeCogInseePaysNaissance", identity.birthPlace().pays().value());
        if (identity.birthPlace() instanceof BirthPlace.InFrance(var commune)) {
            query.add("codeCogInseeCommuneNaissance", commune.value());
        }
        query.add("recipient", recipient.value());
        return String.join("&", query.parameters);
    }

    private void birth(BirthDate date) {
        switch (date) {
            case BirthDate.Day(var day) -> {
                month(day.getYear(), day.getMonthValue());
                add("jourDateNaissance", Integer.toString(day.getDayOfMonth()));
            }
            case BirthDate.Month(var month) -> month(month.getYear(), month.getMonthValue());
            case BirthDate.OnlyYear(var year) -> add("anneeDateNaissance", year.toString());
        }
    }

    private void month(int year, int month) {
        add("anneeDateNaissance", Integer.toString(year));
        add("moisDateNaissance", Integer.toString(month));
    }

    /** The contract knows two; without one the provider says that it cannot find the person. */
    private void sex(Gender gender) {
        switch (gender) {
            case FEMALE -> add("sexeEtatCivil", "F");
            case MALE -> add("sexeEtatCivil", "M");
            case UNSPECIFIED -> {}
        }
    }

    private void add(String name, String value) {
        parameters.add(encoded(name) + "=" + encoded(value));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
