package fr.socle.demarches.definition;

import fr.socle.kernel.Parsed;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers: typed, and computed. */
final class NumberKinds {

    static final List<Kind<?>> ALL = List.of(new Number(), new Computed());

    private static final int LONGEST_UNIT = 20;
    private static final int LONGEST_FORMULE = 1000;
    private static final int MOST_DECIMALS = 6;

    private NumberKinds() {}

    private record Number() implements Kind<ChampType.Nombre> {

        @Override
        public String code() {
            return "nombre";
        }

        @Override
        public ChampType.Nombre usual() {
            return new ChampType.Nombre(false, null, null, "");
        }

        @Override
        public List<Setting> settings() {
            return List.of(
                    new Setting.Flag("decimal", "decimal"),
                    new Setting.Decimal("min", "min"),
                    new Setting.Decimal("max", "max"),
                    new Setting.Line("unit", "unit", LONGEST_UNIT));
        }

        @Override
        public void tell(ChampType.Nombre type, Settings settings) {
            settings.put("decimal", type.decimal()).put("unit", type.unit());
            settings.put("min", type.min()).put("max", type.max());
        }

        @Override
        public ChampType.Nombre with(ChampType.Nombre present, Settings settings) {
            return new ChampType.Nombre(
                    settings.flag("decimal"),
                    settings.decimal("min"),
                    settings.decimal("max"),
                    settings.text("unit"));
        }

        @Override
        public void check(ChampType.Nombre type, Faults faults) {
            var min = type.min();
            var max = type.max();
            faults.refuse(min != null && max != null && min.compareTo(max) > 0, "max", "bounds");
            faults.refuse(!type.decimal() && fraction(min), "min", "whole-bound");
            faults.refuse(!type.decimal() && fraction(max), "max", "whole-bound");
        }

        private static boolean fraction(@Nullable BigDecimal number) {
            return number != null && number.stripTrailingZeros().scale() > 0;
        }

        @Override
        public Parsed<Valeur> read(ChampType.Nombre type, Typed typed) {
            return Numbers.read(type, typed.part(""));
        }

        @Override
        public Comparison comparison(ChampType.Nombre type) {
            return Comparison.NUMBER;
        }

        @Override
        public boolean takesSource() {
            return true;
        }
    }

    private record Computed() implements Kind<Calcul> {

        @Override
        public String code() {
            return "calcul";
        }

        @Override
        public Calcul usual() {
            return new Calcul("", 2, "");
        }

        @Override
        public List<Setting> settings() {
            return List.of(
                    new Setting.Lines("formule", "formule", LONGEST_FORMULE),
                    new Setting.Whole("decimals", "decimals", 0, MOST_DECIMALS),
                    new Setting.Line("unit", "unit", LONGEST_UNIT));
        }

        @Override
        public void tell(Calcul type, Settings settings) {
            settings.put("formule", type.formule()).put("decimals", type.decimals());
            settings.put("unit", type.unit());
        }

        @Override
        public Calcul with(Calcul present, Settings settings) {
            return new Calcul(
                    settings.text("formule"), settings.whole("decimals"), settings.text("unit"));
        }

        @Override
        public void check(Calcul type, Faults faults) {
            faults.between("decimals", type.decimals(), 0, MOST_DECIMALS);
            if (Formule.parse(type.formule()) instanceof Parsed.Invalid<Formule>(var why)) {
                faults.refuse("formule", why);
            }
        }

        @Override
        public Parsed<Valeur> read(Calcul type, Typed typed) {
            return Parsed.invalid("demarches.saisie.computed");
        }

        @Override
        public Comparison comparison(Calcul type) {
            return Comparison.NUMBER;
        }
    }
}
