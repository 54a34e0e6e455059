package fr.socle.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A form in a person's hands: fields are found by their label, and one button sends it. */
final class Filling {

    private final Browser browser;
    private final Screen screen;
    private final FormElement form;
    private final Element button;
    private final List<Attached> attached = new ArrayList<>();

    /** A file joined to a field. */
    record Attached(String field, String name, String type, byte[] bytes) {}

    Filling(Browser browser, Screen screen, FormElement form, Element button) {
        this.browser = browser;
        this.screen = screen;
        this.form = form;
        this.button = button;
    }

    /** Types into the field with this label. */
    Filling type(String label, String text) {
        field(label).val(text);
        return this;
    }

    /** Chooses the option that reads so, in the list with this label. */
    Filling select(String label, String option) {
        var list = field(label);
        list.select("option").removeAttr("selected");
        list.select("option").stream()
                .filter(it -> Screen.plain(it.text()).contains(Screen.plain(option)))
                .findFirst()
                .orElseThrow(() -> new Unexpected("l’option « " + option + " »", screen))
                .attr("selected", true);
        return this;
    }

    /** Ticks the box, or the radio button, whose label reads so. */
    Filling tick(String label) {
        var box = field(label);
        if (box.attr("type").equals("radio")) {
            form.select("input[type=radio][name=" + quoted(box.attr("name")) + "]")
                    .removeAttr("checked");
        }
        box.attr("checked", true);
        return this;
    }

    /** Answers a question whose choices are radio buttons under one legend. */
    Filling answer(String legend, String choice) {
        var group = group(legend);
        var box =
                group.select("label").stream()
                        .filter(it -> reads(it, choice))
                        .findFirst()
                        .map(this::labelled)
                        .orElseThrow(() -> new Unexpected("le choix « " + choice + " »", screen));
        group.select("input[type=radio]").removeAttr("checked");
        box.attr("checked", true);
        return this;
    }

    /** Whether this choice is the one that stands under this legend. */
    boolean answered(String legend, String choice) {
        return group(legend).select("label").stream()
                .filter(it -> labelled(it).hasAttr("checked"))
                .anyMatch(it -> reads(it, choice));
    }

    private Element group(String legend) {
        return form.select("fieldset > legend").stream()
                .filter(it -> reads(it, legend))
                .map(Element::parent)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new Unexpected("la question « " + legend + " »", screen));
    }

    /** Joins a file to the field with this label. */
    Filling join(String label, String fileName, String type, byte[] bytes) {
        attached.add(new Attached(field(label).attr("name"), fileName, type, bytes));
        return this;
    }

    /** What a script would write into a hidden field. */
    Filling scripted(String name, String value) {
        var hidden = form.selectFirst("input[type=hidden][name=" + quoted(name) + "]");
        if (hidden == null) {
            throw new Unexpected("un champ caché « " + name + " »", screen);
        }
        hidden.val(value);
        return this;
    }

    boolean has(String label) {
        return form.select("label").stream().anyMatch(it -> reads(it, label));
    }

    /** What stands in the field with this label. */
    String value(String label) {
        return field(label).val();
    }

    /** Presses the button. */
    Screen send() {
        return browser.send(form, button, data(), attached);
    }

    /**
     * The same form sent by somebody else, who saw its address and its fields.
     *
     * @param page of that person: its form token is theirs, so that nothing but the right to it can
     *     be missing
     */
    Screen sentBy(Browser other, Screen page) {
        var token = page.document().selectFirst("input[name=_csrf]");
        if (token == null) {
            throw new Unexpected("un formulaire à soi", page);
        }
        var theirs =
                data().stream()
                        .map(
                                it ->
                                        it.getKey().equals("_csrf")
                                                ? Map.entry("_csrf", token.val())
                                                : it)
                        .toList();
        return other.send(form, button, theirs, attached);
    }

    /** Presses the button that answers with a file. */
    byte[] download() {
        return browser.sendForFile(form, button, data(), attached);
    }

    private List<Map.Entry<String, String>> data() {
        var data =
                form.formData().stream()
                        .filter(it -> attached.stream().noneMatch(a -> a.field().equals(it.key())))
                        .map(it -> Map.entry(it.key(), it.value()))
                        .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
        if (!button.attr("name").isEmpty()) {
            data.add(Map.entry(button.attr("name"), button.val()));
        }
        return data;
    }

    /** The first with this label. */
    private Element field(String label) {
        var found =
                form.select("label").stream()
                        .filter(it -> reads(it, label))
                        .findFirst()
                        .orElseThrow(() -> new Unexpected("un champ « " + label + " »", screen));
        return labelled(found);
    }

    private Element labelled(Element label) {
        var target =
                label.hasAttr("for")
                        ? screen.document().getElementById(label.attr("for"))
                        : label.selectFirst("input, select, textarea");
        if (target == null) {
            throw new Unexpected("un champ pour l’étiquette « " + label.text() + " »", screen);
        }
        return target;
    }

    private static boolean reads(Element element, String words) {
        return Screen.plain(element.text()).contains(Screen.plain(words));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\\\"") + '"';
    }
}
