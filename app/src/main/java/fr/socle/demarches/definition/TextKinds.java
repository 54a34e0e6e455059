package fr.socle.demarches.definition;

import fr.socle.kernel.EmailAddress;
import fr.socle.kernel.Parsed;
import java.util.List;

/** Texts: a line, several lines, an e-mail address, a telephone number. */
final class TextKinds {

    static final List<Kind<?>> ALL =
            List.of(new Text(false), new Text(true), new Email(), new Phone());

    static final int LONGEST = 20_000;

    private TextKinds() {}

    private record Text(boolean multiline) implements Kind<ChampType.Texte> {

        @Override
        public String code() {
            return usual().code();
        }

        @Override
        public ChampType.Texte usual() {
            return new ChampType.Texte(multiline ? Types.LONG_TEXT : Types.SHORT_TEXT, multiline);
        }

        @Override
        public List<Setting> settings() {
            return List.of(new Setting.Whole("max", "max-length", 1, LONGEST));
        }

        @Override
        public void tell(ChampType.Texte type, Settings settings) {
            settings.put("max", type.max());
        }

        @Override
        public ChampType.Texte with(ChampType.Texte present, Settings settings) {
            return new ChampType.Texte(settings.whole("max"), multiline);
        }

        @Override
        public void check(ChampType.Texte type, Faults faults) {
            faults.between("max", type.max(), 1, LONGEST);
        }

        @Override
        public Parsed<Valeur> read(ChampType.Texte type, Typed typed) {
            var text = typed.part("").replace("\r\n", "\n").replace('\r', '\n');
            if (!multiline && text.indexOf('\n') >= 0) {
                return Parsed.invalid("demarches.saisie.one-line");
            }
            return FreeText.check(text, type.max()).map(Valeur.Texte::new);
        }

        @Override
        public Comparison comparison(ChampType.Texte type) {
            return Comparison.TEXT;
        }

        @Override
        public boolean takesSource() {
            return true;
        }
    }

    private record Email() implements Kind<ChampType.Email> {

        @Override
        public String code() {
            return "email";
        }

        @Override
        public ChampType.Email usual() {
            return new ChampType.Email();
        }

        @Override
        public Parsed<Valeur> read(ChampType.Email type, Typed typed) {
            return EmailAddress.parse(typed.part("")).map(it -> new Valeur.Texte(it.value()));
        }

        @Override
        public boolean takesSource() {
            return true;
        }
    }

    private record Phone() implements Kind<ChampType.Telephone> {

        @Override
        public String code() {
            return "telephone";
        }

        @Override
        public ChampType.Telephone usual() {
            return new ChampType.Telephone();
        }

        @Override
        public Parsed<Valeur> read(ChampType.Telephone type, Typed typed) {
            return Phones.read(typed.part(""));
        }
    }
}
