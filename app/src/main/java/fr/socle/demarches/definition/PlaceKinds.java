package fr.socle.demarches.definition;

import fr.socle.demarches.definition.Lieu.Echelon;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Refusal;
import java.util.List;

/** Places: an address, the official tables, a table of the builder's own, the schools. */
final class PlaceKinds {

    static final List<Kind<?>> ALL =
            List.of(
                    new Address(),
                    new Official(Echelon.COMMUNE),
                    new Official(Echelon.DEPARTEMENT),
                    new Official(Echelon.REGION),
                    new Official(Echelon.PAYS),
                    new Official(Echelon.EPCI),
                    new Own(true),
                    new Own(false));

    private PlaceKinds() {}

    private record Address() implements Kind<ChampType.Adresse> {

        @Override
        public String code() {
            return "adresse";
        }

        @Override
        public ChampType.Adresse usual() {
            return new ChampType.Adresse();
        }

        @Override
        public Parsed<Valeur> read(ChampType.Adresse type, Typed typed) {
            return Addresses.read(typed);
        }

        @Override
        public Comparison comparison(ChampType.Adresse type) {
            return Comparison.PLACE;
        }

        @Override
        public String part(Refusal refusal) {
            return Addresses.part(refusal);
        }
    }

    private record Official(Echelon echelon) implements Kind<Lieu> {

        @Override
        public String code() {
            return usual().code();
        }

        @Override
        public Lieu usual() {
            return new Lieu(echelon);
        }

        @Override
        public Parsed<? extends Valeur> read(Lieu type, Typed typed) {
            return Places.of(echelon).read(typed);
        }

        @Override
        public Comparison comparison(Lieu type) {
            return switch (echelon) {
                case COMMUNE, EPCI, DEPARTEMENT -> Comparison.CODE_OF_PLACE;
                case REGION, PAYS -> Comparison.CODE;
            };
        }
    }

    private record Own(boolean education) implements Kind<Referentiel> {

        @Override
        public String code() {
            return usual().code();
        }

        @Override
        public Referentiel usual() {
            return new Referentiel(Options.of(List.of()), education);
        }

        @Override
        public List<Setting> settings() {
            return List.of(new Setting.Table("rows", education ? "schools" : "rows"));
        }

        @Override
        public void tell(Referentiel type, Settings settings) {
            settings.put("rows", type.rows());
        }

        @Override
        public Referentiel with(Referentiel present, Settings settings) {
            return new Referentiel(settings.options("rows"), education);
        }

        @Override
        public void check(Referentiel type, Faults faults) {
            var rows = type.rows();
            faults.refuse(!education && rows.size() == 0, "rows", "rows");
            faults.refuse(
                    rows.size() > ChoiceKinds.MOST_OPTIONS,
                    "rows",
                    "options.many",
                    ChoiceKinds.MOST_OPTIONS);
            faults.refuse(
                    rows.ids().stream().distinct().count() < rows.size(), "rows", "rows.twice");
        }

        @Override
        public Parsed<? extends Valeur> read(Referentiel type, Typed typed) {
            return type.table().read(typed);
        }

        @Override
        public Comparison comparison(Referentiel type) {
            return Comparison.CODE;
        }
    }
}
