package fr.socle.demarches.definition;

import fr.socle.kernel.Parsed;
import java.util.HashSet;
import java.util.List;

/** Answers among others: yes or no, a box, one or several options, two linked lists, a title. */
final class ChoiceKinds {

    static final List<Kind<?>> ALL =
            List.of(
                    new YesNo(),
                    new Box(),
                    new Choice(false),
                    new Choice(true),
                    new Linked(),
                    new Title());

    static final int LONGEST_OPTION = 1000;

    /** The longest list of the published procedures has 47,738 lines. */
    static final int MOST_OPTIONS = 50_000;

    private ChoiceKinds() {}

    private record YesNo() implements Kind<ChampType.OuiNon> {

        @Override
        public String code() {
            return "oui-non";
        }

        @Override
        public ChampType.OuiNon usual() {
            return new ChampType.OuiNon();
        }

        @Override
        public Parsed<Valeur> read(ChampType.OuiNon type, Typed typed) {
            return switch (typed.part("")) {
                case "oui", "true" -> Parsed.valid(new Valeur.OuiNon(true));
                case "non", "false" -> Parsed.valid(new Valeur.OuiNon(false));
                default -> Parsed.invalid("demarches.saisie.yes-no");
            };
        }

        @Override
        public Comparison comparison(ChampType.OuiNon type) {
            return Comparison.YES_NO;
        }

        @Override
        public boolean takesSource() {
            return true;
        }
    }

    private record Box() implements Kind<ChampType.CaseACocher> {

        @Override
        public String code() {
            return "case";
        }

        @Override
        public ChampType.CaseACocher usual() {
            return new ChampType.CaseACocher();
        }

        @Override
        public Parsed<Valeur> read(ChampType.CaseACocher type, Typed typed) {
            return Parsed.valid(new Valeur.OuiNon(true));
        }

        @Override
        public Comparison comparison(ChampType.CaseACocher type) {
            return Comparison.YES_NO;
        }
    }

    private record Choice(boolean multiple) implements Kind<ChampType.Choix> {

        @Override
        public String code() {
            return usual().code();
        }

        @Override
        public ChampType.Choix usual() {
            return new ChampType.Choix(List.of(), multiple, false);
        }

        @Override
        public List<Setting> settings() {
            return List.of(
                    new Setting.Choices("options", "options"), new Setting.Flag("other", "other"));
        }

        @Override
        public void tell(ChampType.Choix type, Settings settings) {
            settings.put("options", type.list()).put("other", type.other());
        }

        @Override
        public ChampType.Choix with(ChampType.Choix present, Settings settings) {
            return new ChampType.Choix(
                    settings.options("options"), multiple, settings.flag("other"));
        }

        @Override
        public void check(ChampType.Choix type, Faults faults) {
            options(type.list(), faults);
        }

        @Override
        public Parsed<? extends Valeur> read(ChampType.Choix type, Typed typed) {
            return Choices.read(type, typed);
        }

        @Override
        public Comparison comparison(ChampType.Choix type) {
            return multiple ? Comparison.OPTIONS : Comparison.OPTION;
        }
    }

    static void options(Options options, Faults faults) {
        faults.refuse(options.size() == 0, "options", "options");
        faults.refuse(options.size() > MOST_OPTIONS, "options", "options.many", MOST_OPTIONS);
        var seen = new HashSet<String>();
        for (var option : options.all()) {
            var label = option.label();
            if (label.isBlank()) {
                faults.refuse(true, "options", "option.blank");
            } else if (!seen.add(label)) {
                faults.refuse(true, "options", "option.twice", label);
            }
            faults.refuse(
                    label.length() > LONGEST_OPTION, "options", "option.length", LONGEST_OPTION);
        }
    }

    private record Linked() implements Kind<ChoixLies> {

        @Override
        public String code() {
            return "choix-lies";
        }

        @Override
        public ChoixLies usual() {
            return new ChoixLies(List.of());
        }

        @Override
        public List<Setting> settings() {
            return List.of(new Setting.Lines("lines", "linked", 200_000));
        }

        @Override
        public void tell(ChoixLies type, Settings settings) {
            settings.put("lines", String.join("\n", type.lines()));
        }

        @Override
        public ChoixLies with(ChoixLies present, Settings settings) {
            return ChoixLies.parse(settings.text("lines").lines().toList());
        }

        @Override
        public void check(ChoixLies type, Faults faults) {
            faults.refuse(type.branches().isEmpty(), "lines", "linked.empty");
            faults.refuse(
                    !type.branches().isEmpty()
                            && type.branches().stream().allMatch(it -> it.options().isEmpty()),
                    "lines",
                    "linked.flat");
        }

        @Override
        public Parsed<Valeur> read(ChoixLies type, Typed typed) {
            var primary = typed.part("");
            var secondary = typed.part("second");
            var branche = type.branche(primary);
            if (primary.isEmpty()) {
                return Parsed.invalid("demarches.saisie.linked.first");
            }
            if (branche.isEmpty()) {
                return Parsed.invalid("demarches.saisie.option", FreeText.shortened(primary));
            }
            var offered = branche.get().options();
            if (secondary.isEmpty() && !offered.isEmpty()) {
                return Parsed.invalid("demarches.saisie.linked.second", primary);
            }
            return secondary.isEmpty() || offered.contains(secondary)
                    ? Parsed.valid(new Valeur.Paire(primary, secondary))
                    : Parsed.invalid(
                            "demarches.saisie.linked.other",
                            FreeText.shortened(secondary),
                            primary);
        }

        @Override
        public Comparison comparison(ChoixLies type) {
            return Comparison.OPTION;
        }
    }

    private record Title() implements Kind<Civilite> {

        @Override
        public String code() {
            return "civilite";
        }

        @Override
        public Civilite usual() {
            return new Civilite();
        }

        @Override
        public Parsed<Valeur> read(Civilite type, Typed typed) {
            return switch (typed.part("")) {
                case "Madame", "Mme" -> Parsed.valid(new Valeur.Choix(List.of("Madame")));
                case "Monsieur", "M.", "M" -> Parsed.valid(new Valeur.Choix(List.of("Monsieur")));
                default -> Parsed.invalid("demarches.saisie.civilite");
            };
        }

        @Override
        public Comparison comparison(Civilite type) {
            return Comparison.OPTION;
        }
    }
}
