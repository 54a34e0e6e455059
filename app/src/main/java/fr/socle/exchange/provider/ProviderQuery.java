package fr.socle.exchange.provider;

import fr.socle.exchange.Question.Parameter;
import fr.socle.exchange.Question.Search;
import fr.socle.kernel.BirthDate;
import fr.socle.kernel.BirthPlace;
import fr.socle.kernel.Gender;
import fr.socle.kernel.IdentitePivot;
import fr.socle.kernel.Siret;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The address of one question. A civil status goes as API Particulier v3 takes it: {@code
 * nomNaissance}, {@code prenoms[]}, {@code anneeDateNaissance}… What is not known of a birth date
 * is left out. A company goes by its number in the path.
 */
public final class ProviderQuery {

    private final List<String> parameters = new ArrayList<>();

    private ProviderQuery() {}

    /**
     * @param recipient the organisation that will obtain the data
     */
    static URI of(Provider provider, Search by, Siret recipient) {
        var asked = asked(provider, by);
        var mark = asked.contains("?") ? "&" : "?";
        return URI.create(asked + mark + "recipient=" + encoded(recipient.value()));
    }

    /** The same without whoever asks: two organisations get the same answer to it. */
    public static String asked(Provider provider, Search by) {
        var query = new ProviderQuery();
        var address = provider.address();
        switch (by) {
            case Search.Pivot(var identity, var more) -> {
                query.pivot(identity);
                query.written(more);
            }
            case Search.Written(var written) -> query.written(written);
            case Search.Entreprise(_, var number, var written) -> {
                address = address.replace("{siren}", number).replace("{siret}", number);
                query.written(written);
            }
        }
        return query.parameters.isEmpty()
                ? address
                : address + "?" + String.join("&", query.parameters);
    }

    private void written(List<Parameter> given) {
        given.forEach(it -> add(it.name(), it.value()));
    }

    private void pivot(IdentitePivot identity) {
        add("nomNaissance", identity.familyName());
        identity.givenNames().forEach(it -> add("prenoms[]", it));
        birth(identity.birthDate());
        sex(identity.gender());
        add("codeCogInseePaysNaissance", identity.birthPlace().pays().value());
        if (identity.birthPlace() instanceof BirthPlace.InFrance(var commune)) {
            add("codeCogInseeCommuneNaissance", commune.value());
        }
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
