package fr.socle.exchange.simulation;

import fr.socle.directory.DirectoryRights;
import fr.socle.directory.OrganisationId;
import fr.socle.exchange.ExchangeRights;
import fr.socle.exchange.Supposition;
import fr.socle.exchange.Supposition.Asker;
import fr.socle.exchange.Supposition.Situation;
import fr.socle.habilitations.Habilitation;
import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.Habilitations;
import fr.socle.habilitations.spi.DataCatalogue;
import fr.socle.habilitations.spi.DataCatalogue.DataField;
import fr.socle.habilitations.spi.DataCatalogue.DataSet;
import fr.socle.kernel.Parsed;
import fr.socle.ui.access.NotAllowed;
import fr.socle.ui.access.SignInNeeded;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads what a page or a program supposes. What is not the asker's own does not exist to him. */
@Component
record SuppositionForm(Habilitations habilitations, DataCatalogue catalogue, Clock clock) {

    static final String HABILITATION = "habilitation";
    static final String SET = "jeu";
    static final String FIELDS = "champs";
    static final String ASKER = "demandeur";
    static final String SITUATION = "dossier";
    static final String DAY = "jour";

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** On what a supposition stands, and what could be asked. */
    record Ground(Habilitation habilitation, DataSet set) {}

    /**
     * Managers of an organisation and those who build its procedures.
     *
     * @throws NotAllowed for everybody else
     */
    static Visitor.Agent asker(Visitor visitor) {
        return switch (visitor) {
            case Visitor.Anonymous _, Visitor.Usager _ -> throw new SignInNeeded();
            case Visitor.Agent agent -> {
                if (!agent.holds(DirectoryRights.MANAGE) && !agent.holds(ExchangeRights.SIMULATE)) {
                    throw new NotAllowed("simulate an exchange");
                }
                yield agent;
            }
        };
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PARIS);
    }

    Optional<Ground> ground(Form form, Visitor.Agent asker) {
        var habilitation = form.read(HABILITATION, it -> own(it, asker));
        var set =
                form.read(
                        SET,
                        code ->
                                catalogue
                                        .find(code)
                                        .map(Parsed::valid)
                                        .orElseGet(() -> Parsed.invalid("ui.form.choice")));
        return habilitation.flatMap(on -> set.map(it -> new Ground(on, it)));
    }

    private Parsed<Habilitation> own(String text, Visitor.Agent asker) {
        return HabilitationId.of(text)
                .flatMap(habilitations::find)
                .filter(it -> isFor(asker, it))
                .map(Parsed::valid)
                .orElseGet(() -> Parsed.invalid("exchange.simulation.habilitation.unknown"));
    }

    private static boolean isFor(Visitor.Agent asker, Habilitation on) {
        var organisation = on.organisation().value();
        return asker.holds(DirectoryRights.MANAGE, organisation)
                || asker.holds(ExchangeRights.SIMULATE, organisation);
    }

    /** Empty when something is wrong, which the form then tells. */
    Optional<Supposition> read(Form form, Ground on) {
        var fields = form.readAll(FIELDS, on.set().fields().stream().map(DataField::code).toList());
        var asker = form.read(ASKER, Reading.among(words(Asker.values())));
        var situation = form.read(SITUATION, Reading.among(words(Situation.values())));
        var day = form.readOptionalDate(DAY).orElseGet(this::today);
        return form.ok() && asker.isPresent() && situation.isPresent()
                ? Optional.of(
                        new Supposition(
                                on.habilitation().id(),
                                on.set().code(),
                                Set.copyOf(fields),
                                asker.get(),
                                situation.get(),
                                day))
                : Optional.empty();
    }

    /** {@code autre-agent} for {@code AUTRE_AGENT}. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <T extends Enum<T>> Map<String, T> words(T[] values) {
        return Arrays.stream(values)
                .collect(Collectors.toMap(SuppositionForm::word, Function.identity()));
    }

    /** Those of his organisation, by name. */
    List<Habilitation> of(Visitor.Agent asker) {
        return habilitations.newest(new OrganisationId(asker.organisation())).stream()
                .sorted(Comparator.comparing(Habilitation::intitule))
                .toList();
    }
}
