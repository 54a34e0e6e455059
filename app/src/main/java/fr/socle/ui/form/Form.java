package fr.socle.ui.form;

import fr.socle.kernel.Parsed;
import fr.socle.kernel.Refusal;
import fr.socle.kernel.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;

/**
 * What a person typed, what could be read from it, and what is wrong with it. Nothing typed is
 * lost: a page shows {@link #typed} again beside {@link #error}.
 *
 * <pre>{@code
 * var form = Form.of(parameters);
 * var name = form.required("nom", 120);
 * var siret = form.read("siret", Siret::parse);
 * if (!form.ok()) return new OrganisationPage(form);
 * }</pre>
 */
public final class Form {

    /** The field that carries the version on which a change was made: {@link #version}. */
    public static final String VERSION = "_version";

    /** The field that carries the identifier of what a form creates: {@link #identifier}. */
    public static final String IDENTIFIER = "_identifiant";

    /** One thing that is wrong: the field's name and why. */
    public record FieldError(String field, Refusal refusal) {}

    /** Beyond it a parser is not asked for its own, better reason. */
    private static final int PARSED_MAX = 20_000;

    private static final Pattern IDENTIFIERS =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Map<String, List<String>> typed;
    private final List<FieldError> errors = new ArrayList<>();
    private final Map<String, String> labels = new HashMap<>();

    private Form(Map<String, List<String>> typed) {
        this.typed = typed;
    }

    public static Form of(MultiValueMap<String, String> parameters) {
        return new Form(Map.copyOf(parameters));
    }

    /** A form that nobody has filled yet, with these values in its fields. */
    public static Form blank(Map<String, String> values) {
        var typed = new HashMap<String, List<String>>();
        values.forEach((field, value) -> typed.put(field, List.of(value)));
        return new Form(typed);
    }

    public static Form blank() {
        return blank(Map.of());
    }

    /** What stands in the field, as it was typed; empty when nothing does. */
    public String typed(String field) {
        var values = typed.getOrDefault(field, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    /** Every value of a field that may have several: check boxes. */
    public List<String> all(String field) {
        return typed.getOrDefault(field, List.of());
    }

    /**
     * The text without outer blanks, present and of at most {@code max} characters; else an empty
     * text and an error.
     */
    public String required(String field, int max) {
        var text = optional(field, max);
        if (text.isEmpty() && error(field).isEmpty()) {
            reject(field, Refusal.of("ui.form.required"));
        }
        return text;
    }

    /**
     * The text without outer blanks, of at most {@code max} characters; empty when nothing was
     * typed.
     */
    public String optional(String field, int max) {
        var text = text(field);
        var length = text.codePointCount(0, text.length());
        if (length > max) {
            reject(field, Refusal.of("ui.form.too-long", max, length));
            return "";
        }
        return text;
    }

    private String text(String field) {
        var text = single(field);
        if (text.codePoints().anyMatch(Texts::deceives)) {
            reject(field, Refusal.of("ui.form.control-characters"));
            return "";
        }
        return text;
    }

    /** Reads a required value by its own type's parser, whose refusal becomes the field's error. */
    public <T> Optional<T> read(String field, Function<String, Parsed<T>> parser) {
        var read = readOptional(field, parser);
        if (read.isEmpty() && error(field).isEmpty()) {
            reject(field, Refusal.of("ui.form.required"));
        }
        return read;
    }

    /** As {@link #read}, but nothing typed is no error. */
    public <T> Optional<T> readOptional(String field, Function<String, Parsed<T>> parser) {
        var text = text(field);
        if (text.length() > PARSED_MAX) {
            reject(field, Refusal.of("ui.form.far-too-long", text.length()));
            return Optional.empty();
        }
        return text.isEmpty() ? Optional.empty() : parsed(field, parser.apply(text));
    }

    /**
     * A required date, from {@code field.jour}, {@code field.mois} and {@code field.annee}, or from
     * the field itself as machines write it (2026-11-22).
     */
    public Optional<LocalDate> readDate(String field) {
        if (dateIsBlank(field) && error(field).isEmpty()) {
            reject(field, Refusal.of("ui.form.required"));
        }
        return readOptionalDate(field);
    }

    /** As {@link #readDate}, but nothing typed is no error. */
    public Optional<LocalDate> readOptionalDate(String field) {
        if (dateIsBlank(field)) {
            return Optional.empty();
        }
        var iso = optional(field, 10);
        if (!iso.isEmpty()) {
            return parsed(field, Reading.isoDate(iso));
        }
        var day = single(field + ".jour");
        var month = single(field + ".mois");
        var year = single(field + ".annee");
        return error(field).isPresent()
                ? Optional.empty()
                : parsed(field, Reading.date(day, month, year));
    }

    /** The ticked values of a list of check boxes; one that was not offered is an error. */
    public List<String> readAll(String field, Collection<String> allowed) {
        var ticked = all(field).stream().distinct().toList();
        if (!allowed.containsAll(ticked)) {
            reject(field, Refusal.of("ui.form.choice"));
            return List.of();
        }
        return ticked;
    }

    /** Whether a single check box is ticked. */
    public boolean ticked(String field) {
        return all(field).equals(List.of("oui"));
    }

    /**
     * The version of the record that the person was looking at; -1, which no record has, when it is
     * missing or unreadable: the change is then treated as made on an old version.
     */
    public long version() {
        return switch (Reading.whole(0, Long.MAX_VALUE).apply(typed(VERSION))) {
            case Parsed.Valid<Long>(var version) -> version;
            case Parsed.Invalid<Long> _ -> -1;
        };
    }

    /**
     * The identifier of what this form creates, drawn when its page was made: the same form sent
     * twice creates one thing. Drawn now when it is missing or unreadable.
     */
    public UUID identifier() {
        var given = typed(IDENTIFIER);
        return IDENTIFIERS.matcher(given).matches() ? UUID.fromString(given) : UUID.randomUUID();
    }

    public void reject(String field, Refusal refusal) {
        errors.add(new FieldError(field, refusal));
    }

    public boolean ok() {
        return errors.isEmpty();
    }

    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    public Optional<Refusal> error(String field) {
        return errors.stream()
                .filter(it -> it.field().equals(field))
                .map(FieldError::refusal)
                .findFirst();
    }

    /** Each field tells its label when it is shown, so that the summary of errors can name it. */
    public void label(String field, String label) {
        labels.put(field, label);
    }

    /** The label that the field was shown with; its name when the page does not show it. */
    public String label(String field) {
        return labels.getOrDefault(field, field);
    }

    private <T> Optional<T> parsed(String field, Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Valid<T>(var value) -> Optional.of(value);
            case Parsed.Invalid<T>(var refusal) -> {
                reject(field, refusal);
                yield Optional.empty();
            }
        };
    }

    private boolean dateIsBlank(String field) {
        return typed(field).isBlank()
                && typed(field + ".jour").isBlank()
                && typed(field + ".mois").isBlank()
                && typed(field + ".annee").isBlank();
    }

    private String single(String field) {
        var values = typed.getOrDefault(field, List.of());
        if (values.size() > 1) {
            reject(field, Refusal.of("ui.form.twice"));
            return "";
        }
        return values.isEmpty() ? "" : visible(values.getFirst());
    }

    /** Without outer blanks; empty when nothing of it can be seen. */
    private static String visible(String text) {
        var seen =
                text.codePoints()
                        .anyMatch(
                                c ->
                                        !Character.isWhitespace(c)
                                                && !Character.isSpaceChar(c)
                                                && Character.getType(c) != Character.FORMAT);
        return seen || text.codePoints().anyMatch(Texts::deceives) ? text.strip() : "";
    }
}
