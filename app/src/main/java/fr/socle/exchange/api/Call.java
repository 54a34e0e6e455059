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
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/**
 * Reads what a consumer asks, and everything that is wrong with it. A parameter that comes twice is
 * wrong: nobody could say which of the two was checked.
 */
final class Call {

    /** In API Entreprise it has less than fifty characters. */
    private static final int LONGEST_OBJECT = 50;

    private static final int LONGEST = 256;
    private static final int LONGEST_TOKEN = 1000;

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
         * @param civil the civil status, if the subject is a person whom the caller named
         * @param reason the number of a case, or a declared motive; may be empty
         * @param agent access token of the agent for whom a program asks
         * @param fresh whether the caller wants the provider itself to answer
         */
        record Read(
                Search by,
                Optional<CivilStatus> civil,
                Siret recipient,
                String reason,
                Optional<String> agent,
                boolean fresh)
                implements Outcome {}

        record Wrong(List<ApiError> errors) implements Outcome {}
    }

    static Outcome read(HttpServletRequest request, Route route) {
        return new Call(request, route.set()).read(route);
    }

    private Outcome read(Route route) {
        var context =
                set.address().api() == Api.ENTREPRISE ? demanded("context", Fault.CONTEXT) : "";
        var reason =
                set.address().api() == Api.ENTREPRISE
                        ? object()
                        : header(Contract.CASE, LONGEST_OBJECT).orElse("");
        var agent = header(Contract.AGENT, LONGEST_TOKEN);
        var recipient = recipient();
        var subject = subject(route, context, reason);
        if (recipient.isPresent()
                && subject.by() instanceof Search.Entreprise(var siren, _, _)
                && recipient.get().siren().equals(siren)) {
            errors.add(Fault.RECIPIENT_IS_SUBJECT.error);
        }
        return errors.isEmpty() && recipient.isPresent()
                ? new Outcome.Read(
                        subject.by(), subject.civil(), recipient.get(), reason, agent, wantsFresh())
                : new Outcome.Wrong(List.copyOf(errors));
    }

    private boolean wantsFresh() {
        return Collections.list(request.getHeaders(HttpHeaders.CACHE_CONTROL)).stream()
                .anyMatch(it -> it.toLowerCase(Locale.ROOT).contains("no-cache"));
    }

    private record Subject(Search by, Optional<CivilStatus> civil) {}

    private Subject subject(Route route, String context, String object) {
        return switch (set.address().by()) {
            case PIVOT -> {
                if (route.federated()) {
                    yield new Subject(
                            new Search.Written(others(set.address().parameters())),
                            Optional.empty());
                }
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
        var recipient = siret(text);
        if (recipient.isEmpty()) {
            errors.add(Fault.RECIPIENT.error);
        }
        return recipient;
    }

    /** The recipient of a call that is not read yet; empty when it is wrong. */
    static Optional<Siret> recipientOf(HttpServletRequest request) {
        var values = request.getParameterValues("recipient");
        return values != null && values.length == 1 ? siret(values[0].strip()) : Optional.empty();
    }

    private static Optional<Siret> siret(String text) {
        return text.matches("[0-9]{14}") && Siret.parse(text) instanceof Parsed.Valid<Siret>(var it)
                ? Optional.of(it)
                : Optional.empty();
    }

    private String object() {
        var text = demanded("object", Fault.OBJECT);
        if (text.length() >= LONGEST_OBJECT) {
            errors.add(Fault.OBJECT_TOO_LONG.error);
        }
        return text;
    }

    /** What the contract has no parameter for comes in a header of this house, once. */
    private Optional<String> header(String name, int longest) {
        var values = request.getHeaders(name);
        if (!values.hasMoreElements()) {
            return Optional.empty();
        }
        var text = values.nextElement().strip();
        if (values.hasMoreElements() || text.length() >= longest) {
            errors.add(Fault.PARAMETER.error.at(name));
            return Optional.empty();
        }
        return Optional.of(text);
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
