package fr.socle.exchange.api;

import fr.socle.directory.Entreprises;
import fr.socle.exchange.Case;
import fr.socle.exchange.Question;
import fr.socle.exchange.Question.Search;
import fr.socle.exchange.Requester;
import fr.socle.exchange.dataset.DataSet;
import fr.socle.exchange.spi.Cases;
import fr.socle.kernel.NumeroPublic;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.PersonRef;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a question from outside means inside: which person, which case, which agent. */
@Component
record Askers(
        Subjects subjects, Entreprises entreprises, ObjectProvider<Cases> cases, Callers callers) {

    /** Whether it means something. */
    sealed interface Outcome {

        record Asked(Question question) implements Outcome {}

        record Stopped(ApiError error) implements Outcome {}
    }

    Outcome question(DataSet set, Caller caller, Call.Outcome.Read read) {
        return switch (caller) {
            case Caller.Program program -> question(set, program, read);
            case Caller.Federated federated -> new Outcome.Asked(question(set, federated, read));
        };
    }

    private Outcome question(DataSet set, Caller.Program program, Call.Outcome.Read read) {
        var holder = program.holder();
        var named = callers.agent(read.agent());
        if (named instanceof Callers.Agent.Wrong) {
            return new Outcome.Stopped(Fault.AGENT_TOKEN.error);
        }
        var requester =
                named instanceof Callers.Agent.Known(var agent)
                        ? new Requester.Agent(agent, holder)
                        : new Requester.Automate(program.name(), holder);
        return new Outcome.Asked(
                new Question(
                        program.on(),
                        set.code(),
                        Question.ALL_GRANTED,
                        requester,
                        new Question.Subject(subject(read), read.by()),
                        caseOf(read.reason()).orElseGet(() -> new Case.Declare(read.reason())),
                        Optional.of(read.recipient()),
                        read.fresh()));
    }

    /** Whose file tells of it: the one person who is meant, or the company. */
    private Optional<PersonRef> subject(Call.Outcome.Read read) {
        return read.by() instanceof Search.Entreprise(var siren, _, _)
                ? Optional.of(entreprises.subjectOf(siren))
                : read.civil().flatMap(subjects::personOf);
    }

    /**
     * The person is the token's, and so is their civil status: nothing of it comes with the call.
     */
    private Question question(DataSet set, Caller.Federated caller, Call.Outcome.Read read) {
        var usager = caller.usager();
        var more =
                read.by() instanceof Search.Written(var query)
                        ? query
                        : List.<Question.Parameter>of();
        return new Question(
                caller.on(),
                set.code(),
                caller.fields(set),
                new Requester.UsagerLuiMeme(usager.person(), caller.ground().organisation()),
                new Question.Subject(
                        Optional.of(usager.person()), new Search.Pivot(usager.identity(), more)),
                caseOf(read.reason()).orElseGet(() -> new Case.Presence(usager.serviceName())),
                Optional.of(read.recipient()),
                read.fresh());
    }

    /**
     * The case that this text numbers; empty when it is no number. One that nobody knows stays what
     * it is, and founds nothing.
     */
    private Optional<Case> caseOf(String text) {
        return NumeroPublic.parse(text) instanceof Parsed.Valid<NumeroPublic>(var number)
                ? Optional.of(new Case.Verifie(reference(number)))
                : Optional.empty();
    }

    private String reference(NumeroPublic number) {
        return cases.stream()
                .flatMap(it -> it.referenceOf(number).stream())
                .findFirst()
                .orElse(number.value());
    }
}
