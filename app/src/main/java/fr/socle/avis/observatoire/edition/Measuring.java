package fr.socle.avis.observatoire.edition;

import fr.socle.avis.observatoire.indicator.Board;
import fr.socle.avis.observatoire.indicator.Judgement;
import fr.socle.avis.observatoire.indicator.Measures;
import fr.socle.avis.observatoire.indicator.Opinions;
import fr.socle.avis.observatoire.indicator.Opinions.Marks;
import fr.socle.avis.observatoire.listing.ListedDemarche;
import fr.socle.avis.observatoire.listing.Listings;
import fr.socle.avis.observatoire.listing.OnceOnly;
import fr.socle.avis.observatoire.listing.SignIn;
import fr.socle.avis.observatoire.probe.Prober;
import fr.socle.avis.observatoire.probe.Uptime;
import fr.socle.avis.observatoire.rgaa.Declaration;
import fr.socle.avis.observatoire.rgaa.Declarations;
import fr.socle.demarches.DemarcheFigures;
import fr.socle.demarches.DemarcheFigures.Activity;
import fr.socle.demarches.DemarcheId;
import fr.socle.identity.FederatedServices;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what every source knows over some days, and has it judged. */
@Component
class Measuring {

    private final Listings listings;
    private final Opinions opinions;
    private final Figures figures;
    private final Prober prober;
    private final Declarations declarations;

    /** What the blocks below count. */
    @Component
    record Figures(DemarcheFigures demarches, FederatedServices federation) {}

    Measuring(
            Listings listings,
            Opinions opinions,
            Figures figures,
            Prober prober,
            Declarations declarations) {
        this.listings = listings;
        this.opinions = opinions;
        this.figures = figures;
        this.prober = prober;
        this.declarations = declarations;
    }

    /** What changes slowly, or is dear to count. */
    record Counted(
            Map<UUID, Uptime> uptimes,
            Map<DemarcheId, Activity> activity,
            Map<DemarcheId, Activity> yearly) {}

    /** All that is known of procedures over three months and twelve. */
    private record Known(
            Function<UUID, Marks> quarter,
            Function<UUID, Marks> year,
            Map<UUID, Declaration> declarations,
            Counted counted) {}

    Counted count(LocalDate first, LocalDate last) {
        return new Counted(
                prober.between(first, last),
                figures.demarches().between(first, last),
                figures.demarches().between(year(last), last));
    }

    /**
     * @param first the first day of three months
     * @param last their last day; twelve months end with it too
     * @param enough how many opinions a mark needs
     */
    Board board(LocalDate first, LocalDate last, long enough, Counted counted) {
        var quarter = opinions.between(first, last);
        var year = opinions.between(year(last), last);
        var known =
                new Known(
                        it -> quarter.getOrDefault(it, Marks.NONE),
                        it -> year.getOrDefault(it, Marks.NONE),
                        declarations.all(),
                        counted);
        return new Board(
                first, last, listings.all().stream().map(it -> line(it, known, enough)).toList());
    }

    /** The same for one procedure, with the opinions of this moment. */
    Board.Line line(
            ListedDemarche it, LocalDate first, LocalDate last, long enough, Counted counted) {
        var known =
                new Known(
                        id -> opinions.of(id, first, last),
                        id -> opinions.of(id, year(last), last),
                        declarations.all(),
                        counted);
        return line(it, known, enough);
    }

    private static LocalDate year(LocalDate last) {
        return last.minusYears(1).plusDays(1);
    }

    private Board.Line line(ListedDemarche it, Known known, long enough) {
        var declaration = known.declarations().get(it.id());
        var measures = measures(it, known, declaration);
        return new Board.Line(
                it,
                measures.quarter().opinions(),
                measures.volumeOnline(),
                declaration == null ? null : declaration.publishedOn(),
                Judgement.of(measures, enough));
    }

    private Measures measures(ListedDemarche it, Known known, @Nullable Declaration declaration) {
        var facts = it.facts();
        var uptime = known.counted().uptimes().getOrDefault(it.id(), Uptime.NONE);
        return new Measures(
                facts.online(),
                signIn(facts),
                onceOnly(it, known),
                known.quarter().apply(it.id()),
                known.year().apply(it.id()),
                declaration == null ? null : declaration.rate(),
                facts.volume(),
                it.onSocle() ? deposits(it, known) : facts.volumeOnline(),
                uptime.asked(),
                uptime.up(),
                uptime.timed(),
                uptime.timedMillis());
    }

    private static Long deposits(ListedDemarche it, Known known) {
        var activity = known.counted().yearly().get(new DemarcheId(it.id()));
        return activity == null ? 0L : activity.deposits();
    }

    private static OnceOnly onceOnly(ListedDemarche it, Known known) {
        var activity = known.counted().activity().get(new DemarcheId(it.id()));
        return it.onSocle() && activity != null
                ? new OnceOnly.Counted(Math.min(activity.askedAgain(), OnceOnly.MOST))
                : it.facts().onceOnly();
    }

    /** What the register of the federations says goes before what was declared. */
    private SignIn signIn(ListedDemarche.Facts facts) {
        return facts.clientId().isEmpty()
                ? facts.signIn()
                : figures.federation()
                        .ofService(facts.clientId())
                        .map(
                                it ->
                                        switch (it) {
                                            case STANDARD -> SignIn.STANDARD;
                                            case STRONG -> SignIn.STRONG;
                                        })
                        .orElse(facts.signIn());
    }
}
