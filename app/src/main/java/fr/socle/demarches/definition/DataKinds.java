package fr.socle.demarches.definition;

import fr.socle.demarches.definition.Identifiants.Fournisseur;
import fr.socle.kernel.NumeroPublic;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What points elsewhere: another dossier, an administration that knows, a place on a map. */
final class DataKinds {

    static final List<Kind<?>> ALL =
            Stream.concat(
                            Stream.of(Fournisseur.values()).<Kind<?>>map(Known::new),
                            Stream.of(new Link(), new Drawing()))
                    .toList();

    private DataKinds() {}

    private record Known(Fournisseur fournisseur) implements Kind<Identifiants> {

        private static final Map<String, Pattern> FORMS =
                Map.of(
                        "numero-allocataire", Pattern.compile("[0-9]{7}[A-Z]?"),
                        "code-postal", Pattern.compile("[0-9]{5}"),
                        "numero-fiscal", Pattern.compile("[0-9]{13}"),
                        "reference-avis", Pattern.compile("[0-9A-Z]{13,14}"),
                        "identifiant", Pattern.compile("[0-9A-Z_]{7,20}"),
                        "ine", Pattern.compile("[0-9A-Z]{11}"),
                        "numero-accreditation", Pattern.compile("[0-9]{1,20}"),
                        "date-naissance", Pattern.compile("[0-9]{2}/[0-9]{2}/[0-9]{4}"));

        @Override
        public String code() {
            return usual().code();
        }

        @Override
        public Identifiants usual() {
            return new Identifiants(fournisseur);
        }

        @Override
        public Parsed<Valeur> read(Identifiants type, Typed typed) {
            var read = new HashMap<String, String>();
            for (var part : fournisseur.parts()) {
                var text = typed.part(part).replaceAll("\\s", "").toUpperCase(Locale.ROOT);
                var form = Optional.ofNullable(FORMS.get(part)).orElseThrow();
                if (!form.matcher(text).matches()) {
                    return Parsed.invalid("demarches.saisie.part." + part);
                }
                read.put(part, text);
            }
            return Parsed.valid(new Valeur.Identite(read));
        }

        @Override
        public String part(Refusal refusal) {
            return fournisseur.parts().stream()
                    .filter(it -> refusal.key().endsWith("." + it))
                    .findFirst()
                    .orElse(fournisseur.parts().getFirst());
        }
    }

    private record Link() implements Kind<DossierLie> {

        @Override
        public String code() {
            return "dossier-lie";
        }

        @Override
        public DossierLie usual() {
            return new DossierLie();
        }

        @Override
        public Parsed<Valeur> read(DossierLie type, Typed typed) {
            return NumeroPublic.parse(typed.part("")).map(it -> new Valeur.Texte(it.formatted()));
        }

        @Override
        public Comparison comparison(DossierLie type) {
            return Comparison.NONE;
        }
    }

    private record Drawing() implements Kind<Carte> {

        @Override
        public String code() {
            return "carte";
        }

        @Override
        public Carte usual() {
            return new Carte(Set.of());
        }

        @Override
        public List<Setting> settings() {
            return List.of(new Setting.SomeOf("couches", "couches", "couche", Carte.COUCHES));
        }

        @Override
        public void tell(Carte type, Settings settings) {
            settings.put("couches", type.couches());
        }

        @Override
        public Carte with(Carte present, Settings settings) {
            return new Carte(settings.words("couches"));
        }

        @Override
        public void check(Carte type, Faults faults) {
            faults.refuse(
                    type.couches().contains("cadastres") && type.couches().contains("rpg"),
                    "couches",
                    "couches.both");
        }

        @Override
        public Parsed<Valeur> read(Carte type, Typed typed) {
            return GeoJson.read(typed);
        }
    }
}
