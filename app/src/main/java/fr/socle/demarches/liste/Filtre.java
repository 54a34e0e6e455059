package fr.socle.demarches.liste;

import fr.socle.kernel.Parsed;
import fr.socle.ui.form.Reading;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Keeps the dossiers whose value in a column lies between two keys, both included.
 *
 * @param typed the value as it was typed
 */
public record Filtre(Colonne colonne, How how, String typed, String low, String high) {

    public static final int LONGEST = 200;

    /** After every key. */
    static final String LAST = "\uffff";

    private static final BigDecimal FAR = BigDecimal.TEN.pow(15);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    /** How a value is compared; the label is the message {@code demarches.filtre.<code>}. */
    public enum How {
        EGAL("egal"),
        COMMENCE("commence"),
        AU_MOINS("au-moins"),
        AU_PLUS("au-plus");

        private final String code;

        How(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Optional<How> of(String code) {
            return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
        }
    }

    /** As it stands in an address: {@link #read} reads it. */
    public String code() {
        return colonne.code() + ":" + how.code() + ":" + typed;
    }

    /** Reads {@code <column>:<how>:<value>}, where the value may hold colons. */
    public static Parsed<Filtre> read(String text, List<Colonne> columns) {
        var parts = text.split(":", 3);
        if (parts.length < 3) {
            return Parsed.invalid("ui.form.choice");
        }
        var column = Colonne.find(columns, parts[0]);
        var how = How.of(parts[1]);
        if (column.isEmpty() || how.isEmpty()) {
            return Parsed.invalid("ui.form.choice");
        }
        return read(column.get(), how.get(), parts[2].strip());
    }

    public static Parsed<Filtre> read(Colonne column, How how, String typed) {
        if (typed.isEmpty() || typed.length() > LONGEST) {
            return Parsed.invalid("demarches.filtre.value");
        }
        return key(column, typed).map(key -> between(column, how, typed, key));
    }

    private static Filtre between(Colonne column, How how, String typed, String key) {
        var whole = column.kind() == Colonne.Kind.JOUR ? key + LAST : key;
        return switch (how) {
            case EGAL -> new Filtre(column, how, typed, key, whole);
            case COMMENCE -> new Filtre(column, how, typed, key, key + LAST);
            case AU_MOINS -> new Filtre(column, how, typed, key, LAST);
            case AU_PLUS -> new Filtre(column, how, typed, "", whole);
        };
    }

    private static Parsed<String> key(Colonne column, String typed) {
        return switch (column.kind()) {
            case NOMBRE -> Reading.decimal(6, FAR.negate(), FAR).apply(typed).map(Cle::of);
            case JOUR -> day(typed);
            case TEXTE, CHOIX -> Parsed.valid(Cle.of(typed));
        };
    }

    /** As the French write it, or as machines do. */
    private static Parsed<String> day(String typed) {
        try {
            var day = typed.contains("/") ? LocalDate.parse(typed, DAY) : LocalDate.parse(typed);
            return Parsed.valid(Cle.of(day));
        } catch (DateTimeException notADay) {
            return Parsed.invalid("demarches.filtre.day");
        }
    }
}
