package fr.socle.exchange.api;

import fr.socle.exchange.Question.Parameter;
import fr.socle.exchange.Question.Search;
import fr.socle.exchange.dataset.DataSet;
import fr.socle.exchange.dataset.DataSet.Api;
import fr.socle.exchange.dataset.DataSet.Identification;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Siren;
import fr.socle.kernel.Siret;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a consumer asks, and everything that is wrong with it. A parameter that comes twice is
 * wrong: nobody could say which of the two was checked.
 */
final class Call {

    /** In API Entreprise it has less than fifty characters. */
    private static final int LONGEST_OBJECT = 50;

    private static final int LONGEST = 256;

    private final HttpServletRequest request;
    private final DataSet set;
    private final List<ApiError> errors = new ArrayList<>();

    private Call(HttpServletRequest request, DataSet set) {
        this.request = request;
        this.set = set;
    }

    /** What was read. */
    sealed interface Outcome {

        /**
         * @param civil the civil status, if the subject is a person
         * @param reason the number of a case, or a declared motive; may be empty
         */
        record Read(Search by, Optional<CivilStatus> civil, Siret recipient, String reason)
                implements Outcome {}

        record Wrong(List<ApiError> errors) implements Outcome {}
    }

    static Outcome read(HttpServletRequest request, Route route) {
        return new Call(request, route.set()).read(route);
    }

    private Outcome read(Route route) {
        var context =
                set.address().api() == Api.ENTREPRISE ? demanded("context", Fault.CONTEXT) : "";
        var reason = set.address().api() == Api.ENTREPRISE ? object() : header();
        var recipient = recipient();
        var subject = subject(route, context, reason);
        if (recipient.isPresent()
                && subject.by() instanceof Search.Entreprise(var siren, _, _)
                && recipient.get().siren().equals(siren)) {
            errors.add(Fault.RECIPIENT_IS_SUBJECT.error);
        }
        return errors.isEmpty() && recipient.isPresent()
                ? new Outcome.Read(subject.by(), subject.civil(), recipient.get(), reason)
                : new Outcome.Wrong(List.copyOf(errors));
    }

    private record Subject(Search by, Optional<CivilStatus> civil) {}

    private Subject subject(Route route, String context, String object) {
        return switch (set.address().by()) {
            case PIVOT -> {
                var civil = CivilStatus.read(request::getParameterValues);
                errors.addAll(civil.errors());
                var query = new ArrayList<>(civil.parameters());
                query.addAll(others(set.address().parameters()));
                yield new Subject(new Search.Written(query), Optional.of(civil));
            }
            case IDENTIFIANT -> {
                var query = new ArrayList<Parameter>();
                query.add(new Parameter("identifiant", demanded("identifiant", Fault.PARAMETER)));
                query.addAll(others(set.address().parameters()));
                yield new Subject(new Search.Written(query), Optional.empty());
            }
            case SIREN, SIRET -> {
                var query = new ArrayList<Parameter>();
                query.add(new Parameter("context", context));
                query.add(new Parameter("object", object));
                query.addAll(others(set.address().parameters()));
                var siren = siren(route.number());
                yield new Subject(
                        new Search.Entreprise(siren, route.number(), query), Optional.empty());
            }
        };
    }

    /** Of the company; any SIREN when the number is wrong, because then nothing is asked. */
    private Siren siren(String number) {
        var digits = number.matches("[0-9]+") ? number : "";
        if (set.address().by() == Identification.SIREN
                && Siren.parse(digits) instanceof Parsed.Valid<Siren>(var siren)) {
            return siren;
        }
        if (set.address().by() == Identification.SIRET
                && Siret.parse(digits) instanceof Parsed.Valid<Siret>(var siret)) {
            return siret.siren();
        }
        errors.add(
                set.address().by() == Identification.SIREN ? Fault.SIREN.error : Fault.SIRET.error);
        return new Siren("000000000");
    }

    private Optional<Siret> recipient() {
        var text = demanded("recipient", Fault.RECIPIENT_MISSING);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.matches("[0-9]{14}") && Siret.parse(text) instanceof Parsed.Valid<Siret>(var it)) {
            return Optional.of(it);
        }
        errors.add(Fault.RECIPIENT.error);
        return Optional.empty();
    }

    private String object() {
        var text = demanded("object", Fault.OBJECT);
        if (text.length() >= LONGEST_OBJECT) {
            errors.add(Fault.OBJECT_TOO_LONG.error);
        }
        return text;
    }

    /** API Particulier has no parameter for it: the case comes in a header of this house. */
    private String header() {
        var values = request.getHeaders(ContractController.CASE);
        var text = values.hasMoreElements() ? values.nextElement().strip() : "";
        if (values.hasMoreElements() || text.length() >= LONGEST_OBJECT) {
            errors.add(Fault.PARAMETER.error.at(ContractController.CASE));
            return "";
        }
        return text;
    }

    private List<Parameter> others(List<String> names) {
        return names.stream()
                .filter(it -> request.getParameter(it) != null)
                .map(it -> new Parameter(it, demanded(it, Fault.PARAMETER)))
                .toList();
    }

    /** One value, not blank, without control characters; else the error, and an empty text. */
    private String demanded(String name, Fault fault) {
        var values = request.getParameterValues(name);
        var text = values == null ? "" : values[0].strip();
        if (text.isEmpty()
                || values.length > 1
                || text.length() > LONGEST
                || text.chars().anyMatch(Character::isISOControl)) {
            errors.add(
                    text.isEmpty() || fault == Fault.CONTEXT || fault == Fault.OBJECT
                            ? fault.error.at(name)
                            : Fault.PARAMETER.error.at(name));
            return "";
        }
        return text;
    }
}
