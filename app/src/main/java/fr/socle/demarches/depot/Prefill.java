package fr.socle.demarches.depot;

import fr.socle.demarches.builder.PublishedRevision;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Saisie;
import fr.socle.demarches.definition.Source;
import fr.socle.demarches.definition.Typed;
import fr.socle.demarches.definition.Valeur;
import fr.socle.demarches.dossier.Fiche;
import fr.socle.demarches.dossier.Provenance;
import fr.socle.demarches.dossier.Reponses;
import fr.socle.exchange.Answer;
import fr.socle.exchange.Case;
import fr.socle.exchange.Gateway;
import fr.socle.exchange.Question;
import fr.socle.exchange.Requester;
import fr.socle.habilitations.HabilitationId;
import fr.socle.identity.UsagerConnecte;
import fr.socle.kernel.Parsed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Fills what the State knows already: the civil status that the federation gave, and what other
 * administrations answer through the gateway, for this dossier, to the usager themself.
 */
@Component
class Prefill {

    private final Gateway gateway;
    private final Clock clock;

    Prefill(Gateway gateway, Clock clock) {
        this.gateway = gateway;
        this.clock = clock;
    }

    /** What is known before anybody is asked: the identity, then what was proposed. */
    Reponses first(Definition definition, UsagerConnecte usager, Brouillons.Proposed proposed) {
        var filled = identity(definition, usager);
        var now = new Provenance.Preremplie(clock.instant());
        for (var entry : proposed.valeurs().entrySet()) {
            var champ = entry.getKey();
            if (!filled.provenance(champ).given()) {
                filled =
                        proposed.foreign()
                                ? filled.given(champ, entry.getValue(), now)
                                : filled.with(champ, entry.getValue());
            }
        }
        return filled;
    }

    /** The fields bound to the identity, as the federation gave it at sign-in; first blank rows. */
    private Reponses identity(Definition definition, UsagerConnecte usager) {
        var filled = Reponses.NONE;
        for (var champ : definition.champs()) {
            if (champ.type() instanceof ChampType.Repetition(_, var min, _) && champ.mandatory()) {
                filled = filled.with(champ.id(), blankRows(Math.max(1, min)));
            }
            if (champ.source() instanceof Source.Identite(var claim)) {
                var value = Claims.value(claim, usager, champ);
                if (claim == Source.Claim.EMAIL) {
                    // because a person may well prefer another address here: a proposal
                    filled = filled.with(champ.id(), value.orElse(null));
                } else if (value.isPresent()) {
                    filled =
                            filled.given(
                                    champ.id(),
                                    value.get(),
                                    new Provenance.Federation(usager.since()));
                }
            }
        }
        return filled;
    }

    /** So that a form shows at once what it asks several times. */
    private static Valeur blankRows(int rows) {
        return new Valeur.Lignes(
                Stream.generate(() -> new Valeur.Ligne(UUID.randomUUID(), Map.of()))
                        .limit(rows)
                        .toList());
    }

    /**
     * Asks for each bound field that passes, one question per data set. Outside any transaction; as
     * long as the slowest provider.
     */
    Reponses ask(
            Fiche fiche,
            PublishedRevision asked,
            Reponses before,
            UsagerConnecte usager,
            Predicate<Champ> wanted) {
        var bySet =
                asked.definition().champs().stream()
                        .filter(it -> it.source() instanceof Source.Echange)
                        .filter(wanted)
                        .collect(Collectors.groupingBy(Prefill::dataset));
        var after = before;
        for (var entry : bySet.entrySet()) {
            var founded = asked.habilitations().get(entry.getKey());
            after =
                    founded == null
                            ? none(entry.getValue(), after, new Provenance.Refused(clock.instant()))
                            : told(
                                    entry.getValue(),
                                    after,
                                    gateway.ask(question(fiche, founded, entry, usager)));
        }
        return after;
    }

    private static Question question(
            Fiche fiche,
            HabilitationId founded,
            Map.Entry<String, List<Champ>> asked,
            UsagerConnecte usager) {
        return new Question(
                founded,
                asked.getKey(),
                asked.getValue().stream().map(Prefill::field).collect(Collectors.toSet()),
                new Requester.UsagerLuiMeme(usager.person(), fiche.guichet().organisation()),
                new Question.Subject(usager.person(), usager.identity()),
                new Case.Verifie(fiche.id().reference()));
    }

    private Reponses told(List<Champ> champs, Reponses before, Answer answer) {
        var now = clock.instant();
        return switch (answer) {
            case Answer.Released released -> released(champs, before, released);
            case Answer.Refused _ -> none(champs, before, new Provenance.Refused(now));
            case Answer.NotFound(var provider, _) ->
                    none(champs, before, new Provenance.NotFound(provider, now));
            case Answer.Unavailable(var provider, _, _) ->
                    none(champs, before, new Provenance.ProviderUnavailable(provider, now));
        };
    }

    private Reponses released(List<Champ> champs, Reponses before, Answer.Released answer) {
        var values = answer.values();
        var after = before;
        for (var champ : champs) {
            var text = values.getOrDefault(field(champ), "");
            var value = read(champ, text);
            after =
                    value.isPresent()
                            ? after.given(champ.id(), value.get(), exchanged(answer))
                            : after.notObtained(champ.id(), unusable(answer, text));
        }
        return after;
    }

    /** A value that came and does not fit is not one that the provider lacks. */
    private Provenance.NotObtained unusable(Answer.Released answer, String text) {
        var now = clock.instant();
        return text.isBlank()
                ? new Provenance.NotFound(answer.provider(), now)
                : new Provenance.Unsuitable(answer.reference(), answer.provider(), now);
    }

    private static Provenance exchanged(Answer.Released answer) {
        return new Provenance.Exchange(answer.reference(), answer.provider(), answer.sourceTime());
    }

    private static Reponses none(List<Champ> champs, Reponses before, Provenance.NotObtained why) {
        var after = before;
        for (var champ : champs) {
            after = after.notObtained(champ.id(), why);
        }
        return after;
    }

    /** What does not fit the field's type was not obtained: nobody could correct it here. */
    private static Optional<Valeur> read(Champ champ, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        return switch (Saisie.read(champ, Typed.of(asTyped(champ, text)))) {
            case Parsed.Valid<Optional<Valeur>>(var value) -> value;
            case Parsed.Invalid<Optional<Valeur>> _ -> Optional.empty();
        };
    }

    /** A number that a provider writes 872.00 is the 872 of a field without decimals. */
    private static String asTyped(Champ champ, String text) {
        return champ.type() instanceof ChampType.Nombre(var decimal, _, _, _) && !decimal
                ? text.replaceFirst("[.]0+$", "")
                : text;
    }

    private static String dataset(Champ champ) {
        return bound(champ).dataset();
    }

    private static String field(Champ champ) {
        return bound(champ).field();
    }

    private static Source.Echange bound(Champ champ) {
        return Optional.ofNullable(champ.source())
                .filter(Source.Echange.class::isInstance)
                .map(Source.Echange.class::cast)
                .orElseThrow();
    }
}
