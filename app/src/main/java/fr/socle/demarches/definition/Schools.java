package fr.socle.demarches.definition;

import fr.socle.demarches.definition.Valeur.Reference;
import fr.socle.kernel.Parsed;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Schools by the directory that a builder brought, and any other by its number (UAI): seven digits,
 * and a letter that checks them.
 */
record Schools(Options rows) implements Repertoire {

    static final String TABLE = "annuaire-education";

    private static final Pattern UAI = Pattern.compile("[0-9]{7}[A-Z]");
    private static final String CHECK = "ABCDEFGHJKLMNPRSTUVWXYZ";

    @Override
    public Optional<Reference> find(String code) {
        var listed = Repertoire.of(TABLE, rows).find(code);
        return listed.isPresent() || !numbered(code) || !checked(code)
                ? listed
                : Optional.of(new Reference(TABLE, code, code, Map.of()));
    }

    @Override
    public List<Reference> search(String text, int limit) {
        var known = find(text.toUpperCase(Locale.ROOT));
        return known.isPresent()
                ? List.of(known.get())
                : Repertoire.of(TABLE, rows).search(text, limit);
    }

    /** A number whose letter is wrong, or any text where there is no directory, is told as such. */
    @Override
    public Parsed<Reference> read(Typed typed) {
        var text = typed.part(SEARCHED).toUpperCase(Locale.ROOT);
        boolean wrong = numbered(text) ? !checked(text) : rows.size() == 0 && !text.isEmpty();
        return wrong
                ? Parsed.invalid("demarches.saisie.uai", FreeText.shortened(text))
                : Repertoire.super.read(typed);
    }

    private static boolean numbered(String code) {
        return UAI.matcher(code).matches();
    }

    private static boolean checked(String code) {
        int number = Integer.parseInt(code.substring(0, 7));
        return CHECK.charAt(number % CHECK.length()) == code.charAt(7);
    }
}
