package fr.socle.journal.command;

import fr.socle.journal.Audience;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A part of an entry, in French: its heading first (act, time, readers), then what it says. */
final class SpokenPart {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM uuuu 'à' H 'h' mm 'min' ss 's'", Locale.FRENCH)
                    .withZone(ZoneId.of("Europe/Paris"));

    private static final Map<String, Audience> READERS =
            Arrays.stream(Audience.values())
                    .collect(Collectors.toMap(it -> it.name().toLowerCase(Locale.ROOT), it -> it));

    private SpokenPart() {}

    static List<String> lines(Map<String, Object> part) {
        return new TreeMap<>(part)
                .entrySet().stream()
                        .map(it -> plain(it.getKey().replace("@", "")) + " : " + value(it))
                        .toList();
    }

    /** A moment to the second, in Paris. */
    static String moment(Instant instant) {
        return MOMENT.format(instant) + " (heure de Paris)";
    }

    /** Without sequences that would rewrite the terminal. */
    static String plain(String text) {
        // C0 and C1 controls, and the marks that change the direction of reading
        return text.replaceAll("[\\p{Cc}\\p{Cf}]", "?");
    }

    private static String value(Map.Entry<String, Object> member) {
        return switch (member.getKey()) {
            case "@date" -> date(member.getValue().toString());
            case "@lecteurs" -> spoken(member.getValue(), SpokenPart::reader);
            default -> spoken(member.getValue(), SpokenPart::word);
        };
    }

    private static String spoken(Object value, java.util.function.Function<Object, String> one) {
        return value instanceof List<?> list
                ? list.stream().map(one).collect(Collectors.joining(", "))
                : one.apply(value);
    }

    private static String word(Object value) {
        return value instanceof Boolean yes ? yes ? "oui" : "non" : plain(value.toString());
    }

    private static String date(String written) {
        try {
            return moment(Instant.parse(written));
        } catch (DateTimeException _) {
            return plain(written);
        }
    }

    private static String reader(Object name) {
        var audience = READERS.get(name.toString());
        return audience == null
                ? plain(name.toString())
                : switch (audience) {
                    case PERSONNE -> "la personne elle-même";
                    case CONSOMMATEUR -> "l’administration qui a obtenu les données";
                    case FOURNISSEUR -> "l’administration qui les a fournies";
                    case DPO -> "le délégué à la protection des données";
                    case AUDITEUR -> "l’auditeur";
                };
    }
}
