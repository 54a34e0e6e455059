package fr.socle.demarches.web.builder;

import fr.socle.demarches.builder.PublishedRevision;
import fr.socle.demarches.builder.Revisions;
import fr.socle.demarches.definition.Source;
import fr.socle.demarches.web.builder.DonneesPage.Obtained;
import fr.socle.directory.Directory;
import fr.socle.directory.Organisation;
import fr.socle.exchange.Simulator;
import fr.socle.exchange.Supposition;
import fr.socle.exchange.Supposition.Asker;
import fr.socle.exchange.Supposition.Situation;
import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.Habilitations;
import fr.socle.ui.Dictionary;
import fr.socle.ui.Page;
import fr.socle.ui.access.Public;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * What would this administration obtain for this procedure? For everybody, before anything is
 * begun; answered by the function that decides on real exchanges, as of today.
 */
@Controller
class DonneesController {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Revisions revisions;
    private final Directory directory;
    private final Foreseeing foreseeing;
    private final Clock clock;

    /** What tells of exchanges that nobody makes. */
    @Component
    record Foreseeing(Simulator simulator, Habilitations habilitations, Dictionary dictionary) {}

    DonneesController(
            Revisions revisions, Directory directory, Foreseeing foreseeing, Clock clock) {
        this.revisions = revisions;
        this.directory = directory;
        this.foreseeing = foreseeing;
        this.clock = clock;
    }

    @Public
    @GetMapping("/demarches/{slug}/donnees")
    Page obtained(@PathVariable String slug) {
        var revision = revisions.latest(slug).orElseThrow(BuilderDesk::notFound);
        var asked = asked(revision);
        return new DonneesPage(
                revision.slug(),
                revision.facts().title(),
                directory.organisation(revision.organisation()).map(Organisation::name).orElse(""),
                asked.entrySet().stream()
                        .flatMap(it -> form(revision, it.getKey(), it.getValue()).stream())
                        .toList(),
                asked.keySet().stream().flatMap(it -> beyond(revision, it)).toList());
    }

    /** The fields that the form asks of others, by data set. */
    private static Map<String, Set<String>> asked(PublishedRevision revision) {
        var asked = new TreeMap<String, Set<String>>();
        revision.definition()
                .all()
                .forEach(
                        it -> {
                            if (it.source() instanceof Source.Echange(var set, var field)) {
                                asked.computeIfAbsent(set, _ -> new TreeSet<>()).add(field);
                            }
                        });
        return asked;
    }

    /** What comes while the person fills in the form. */
    private Optional<Obtained> form(PublishedRevision revision, String set, Set<String> fields) {
        return ground(revision, set).flatMap(it -> foreseen(it, set, fields, Asker.USAGER));
    }

    /** What agents or programs could ask on the same ground, for a dossier that was deposited. */
    private Stream<Obtained> beyond(PublishedRevision revision, String set) {
        return ground(revision, set).stream()
                .flatMap(
                        on ->
                                Stream.of(Asker.AGENT, Asker.PROGRAMME)
                                        .flatMap(
                                                it ->
                                                        foreseen(on, set, granted(on, set), it)
                                                                .stream()))
                .filter(Obtained::allowed);
    }

    private Set<String> granted(HabilitationId on, String set) {
        return foreseeing
                .habilitations()
                .find(on)
                .map(it -> it.fields().getOrDefault(set, Set.of()))
                .orElse(Set.of());
    }

    private static Optional<HabilitationId> ground(PublishedRevision revision, String set) {
        return Optional.ofNullable(revision.habilitations().get(set));
    }

    private Optional<Obtained> foreseen(
            HabilitationId on, String set, Set<String> fields, Asker asker) {
        var today = LocalDate.ofInstant(clock.instant(), PARIS);
        var supposition = new Supposition(on, set, fields, asker, Situation.OUVERT, today);
        return foreseeing
                .simulator()
                .simulate(supposition, foreseeing.dictionary().french())
                .map(it -> new Obtained(asker, it));
    }
}
