package fr.socle.demarches.definition;

import fr.socle.kernel.Parsed;
import java.util.List;

/** What gives a form its shape: repetitions, titles, texts to read. */
final class LayoutKinds {

    static final List<Kind<?>> ALL = List.of(new Block(), new Heading(), new Note());

    private static final int MOST_ROWS = 200;
    private static final int DEEPEST = 3;
    private static final int LONGEST_NOTE = 10_000;

    private LayoutKinds() {}

    private record Block() implements Kind<ChampType.Repetition> {

        @Override
        public String code() {
            return "repetition";
        }

        @Override
        public ChampType.Repetition usual() {
            return new ChampType.Repetition(List.of(), 0, Types.ROWS);
        }

        @Override
        public List<Setting> settings() {
            return List.of(
                    new Setting.Whole("min", "rows-min", 0, MOST_ROWS),
                    new Setting.Whole("max", "rows-max", 1, MOST_ROWS));
        }

        @Override
        public void tell(ChampType.Repetition type, Settings settings) {
            settings.put("min", type.min()).put("max", type.max());
        }

        @Override
        public ChampType.Repetition with(ChampType.Repetition present, Settings settings) {
            return new ChampType.Repetition(
                    present.champs(), settings.whole("min"), settings.whole("max"));
        }

        @Override
        public void check(ChampType.Repetition type, Faults faults) {
            faults.refuse(faults.inBlock(), "type", "block.nested");
            var asks = type.champs().stream().anyMatch(it -> it.type().asks());
            faults.refuse(!asks, "champs", "block.empty");
            faults.between("max", type.max(), 1, MOST_ROWS);
            faults.refuse(type.min() > type.max(), "max", "bounds");
        }

        @Override
        public Parsed<Valeur> read(ChampType.Repetition type, Typed typed) {
            return Parsed.invalid("demarches.saisie.computed");
        }
    }

    private record Heading() implements Kind<ChampType.Titre> {

        @Override
        public String code() {
            return "titre";
        }

        @Override
        public ChampType.Titre usual() {
            return new ChampType.Titre(1);
        }

        @Override
        public List<Setting> settings() {
            return List.of(new Setting.Degree("level", "level", "level", DEEPEST));
        }

        @Override
        public void tell(ChampType.Titre type, Settings settings) {
            settings.put("level", type.level());
        }

        @Override
        public ChampType.Titre with(ChampType.Titre present, Settings settings) {
            return new ChampType.Titre(settings.whole("level"));
        }

        @Override
        public void check(ChampType.Titre type, Faults faults) {
            faults.between("level", type.level(), 1, DEEPEST);
        }

        @Override
        public Parsed<Valeur> read(ChampType.Titre type, Typed typed) {
            return Parsed.invalid("demarches.saisie.computed");
        }
    }

    private record Note() implements Kind<ChampType.Explication> {

        @Override
        public String code() {
            return "explication";
        }

        @Override
        public ChampType.Explication usual() {
            return new ChampType.Explication();
        }

        @Override
        public List<Setting> settings() {
            return List.of(new Setting.Lines("more", "more", LONGEST_NOTE));
        }

        @Override
        public void tell(ChampType.Explication type, Settings settings) {
            settings.put("more", type.more());
        }

        @Override
        public ChampType.Explication with(ChampType.Explication present, Settings settings) {
            return new ChampType.Explication(settings.text("more"));
        }

        @Override
        public Parsed<Valeur> read(ChampType.Explication type, Typed typed) {
            return Parsed.invalid("demarches.saisie.computed");
        }
    }
}
