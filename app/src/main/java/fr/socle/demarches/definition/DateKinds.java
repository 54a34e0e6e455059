package fr.socle.demarches.definition;

import fr.socle.kernel.Parsed;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Days, and days with an hour. */
final class DateKinds {

    static final List<Kind<?>> ALL = List.of(new Day(), new DayAndHour());

    private static final List<Setting> BOUNDS =
            List.of(new Setting.Day("min", "earliest"), new Setting.Day("max", "latest"));

    private DateKinds() {}

    private static void bounds(@Nullable LocalDate min, @Nullable LocalDate max, Faults faults) {
        faults.refuse(min != null && max != null && min.isAfter(max), "max", "bounds");
    }

    private record Day() implements Kind<ChampType.Jour> {

        @Override
        public String code() {
            return "date";
        }

        @Override
        public ChampType.Jour usual() {
            return new ChampType.Jour(null, null);
        }

        @Override
        public List<Setting> settings() {
            return BOUNDS;
        }

        @Override
        public void tell(ChampType.Jour type, Settings settings) {
            settings.put("min", type.min()).put("max", type.max());
        }

        @Override
        public ChampType.Jour with(ChampType.Jour present, Settings settings) {
            return new ChampType.Jour(settings.day("min"), settings.day("max"));
        }

        @Override
        public void check(ChampType.Jour type, Faults faults) {
            bounds(type.min(), type.max(), faults);
        }

        @Override
        public Parsed<Valeur> read(ChampType.Jour type, Typed typed) {
            return Days.read(type, typed);
        }

        @Override
        public Comparison comparison(ChampType.Jour type) {
            return Comparison.DAY;
        }

        @Override
        public boolean takesSource() {
            return true;
        }
    }

    private record DayAndHour() implements Kind<DateHeure> {

        @Override
        public String code() {
            return "date-heure";
        }

        @Override
        public DateHeure usual() {
            return new DateHeure(null, null);
        }

        @Override
        public List<Setting> settings() {
            return BOUNDS;
        }

        @Override
        public void tell(DateHeure type, Settings settings) {
            settings.put("min", type.min()).put("max", type.max());
        }

        @Override
        public DateHeure with(DateHeure present, Settings settings) {
            return new DateHeure(settings.day("min"), settings.day("max"));
        }

        @Override
        public void check(DateHeure type, Faults faults) {
            bounds(type.min(), type.max(), faults);
        }

        @Override
        public Parsed<Valeur> read(DateHeure type, Typed typed) {
            return Moments.read(type, typed);
        }

        @Override
        public Comparison comparison(DateHeure type) {
            return Comparison.DAY;
        }
    }
}
