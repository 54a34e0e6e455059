package fr.socle.directory.web;

import fr.socle.directory.Organisation;
import fr.socle.directory.OrganisationType;
import fr.socle.directory.Service;
import fr.socle.ui.Frame;
import fr.socle.ui.form.Option;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the lists of the forms offer. */
public final class Choices {

    private Choices() {}

    public static List<Option> types(Frame frame) {
        return Arrays.stream(OrganisationType.values())
                .map(it -> Option.of(it.code(), frame.t(it.label())))
                .toList();
    }

    /** Every organisation but this one. */
    public static List<Option> organisations(
            List<Organisation> all, @Nullable Organisation except) {
        return all.stream()
                .filter(it -> except == null || !it.id().equals(except.id()))
                .map(it -> Option.of(it.id().toString(), it.name()))
                .toList();
    }

    /** Active services, and those already chosen. */
    public static List<Option> services(List<Service> services, List<String> chosen) {
        return services.stream()
                .filter(it -> it.active() || chosen.contains(it.id().toString()))
                .map(it -> Option.of(it.id().toString(), it.name()))
                .toList();
    }

    public static List<Option> roleOptions(Frame frame, List<String> codes) {
        return codes.stream().map(it -> Option.of(it, role(frame, it))).toList();
    }

    public static List<Option> rights(Frame frame, List<String> codes) {
        return codes.stream().map(it -> new Option(it, right(frame, it), it)).toList();
    }

    /** A role that no block declares any more is shown by its code. */
    public static String role(Frame frame, String code) {
        var key = "role." + code;
        return frame.words().has(key) ? frame.t(key) : code;
    }

    public static String right(Frame frame, String code) {
        var key = "right." + code;
        return frame.words().has(key) ? frame.t(key) : code;
    }

    public static String roles(Frame frame, List<String> codes) {
        return String.join(", ", codes.stream().map(it -> role(frame, it)).toList());
    }
}
