package fr.socle.exchange.desk.web;

import fr.socle.exchange.dataset.Rules;
import fr.socle.exchange.desk.DataSetReading;
import fr.socle.ui.form.Form;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The lines of the table of fields, which buttons add and remove; nothing else typed is lost. */
final class FieldLines {

    /** The name of the buttons. */
    static final String ACTION = "action";

    private static final String ADD = "ajouter";
    private static final Pattern REMOVE = Pattern.compile("retirer-([0-9]{1,3})");
    private static final String FIELDS = DataSetReading.SET + "fields.";
    private static final Pattern LINE =
            Pattern.compile(Pattern.quote(FIELDS) + "([0-9]{1,3})\\.([a-z]+)");

    private FieldLines() {}

    /** Whether a button of the table was pressed: then nothing is saved. */
    static boolean edits(MultiValueMap<String, String> typed) {
        var action = action(typed);
        return action.equals(ADD) || REMOVE.matcher(action).matches();
    }

    /** What the form shows after it. */
    static Form edited(MultiValueMap<String, String> typed) {
        var removing = REMOVE.matcher(action(typed));
        if (removing.matches()) {
            return Form.of(without(typed, Integer.parseInt(removing.group(1))));
        }
        var lines = DataSetReading.count(Form.of(typed));
        var more = new LinkedMultiValueMap<>(typed);
        if (lines < Rules.MOST_FIELDS) {
            more.put(FIELDS + lines + ".code", List.of(""));
        }
        return Form.of(more);
    }

    private static String action(MultiValueMap<String, String> typed) {
        var actions = typed.getOrDefault(ACTION, List.of());
        return actions.size() == 1 ? actions.getFirst() : "";
    }

    private static MultiValueMap<String, String> without(
            MultiValueMap<String, String> typed, int removed) {
        var kept = new LinkedMultiValueMap<String, String>();
        typed.forEach(
                (name, values) -> {
                    var line = LINE.matcher(name);
                    if (!line.matches()) {
                        kept.put(name, values);
                        return;
                    }
                    var number = Integer.parseInt(line.group(1));
                    if (number != removed) {
                        var now = number > removed ? number - 1 : number;
                        kept.put(FIELDS + now + "." + line.group(2), values);
                    }
                });
        return kept;
    }
}
