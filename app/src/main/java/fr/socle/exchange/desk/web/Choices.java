package fr.socle.exchange.desk.web;

import fr.socle.exchange.dataset.DataSet;
import fr.socle.exchange.desk.AccessDraft;
import fr.socle.habilitations.spi.DataCatalogue.DataKind;
import fr.socle.ui.Frame;
import fr.socle.ui.form.Option;
import java.util.Arrays;
import java.util.List;

/** What the forms of data providers let one choose. */
public final class Choices {

    private Choices() {}

    public static List<Option> apis(Frame frame) {
        return options(frame, "api", DataSet.Api.values());
    }

    public static List<Option> identifications(Frame frame) {
        return options(frame, "by", DataSet.Identification.values());
    }

    public static List<Option> secrecies(Frame frame) {
        return options(frame, "secrecy", DataSet.Secrecy.values());
    }

    public static List<Option> kinds(Frame frame) {
        return options(frame, "kind", DataKind.values());
    }

    public static List<Option> accesses(Frame frame) {
        return AccessDraft.KINDS.stream()
                .map(it -> Option.of(it, frame.t("exchange.desk.auth." + it)))
                .toList();
    }

    private static List<Option> options(Frame frame, String of, Enum<?>[] values) {
        return Arrays.stream(values)
                .map(it -> Option.of(it.name(), frame.t("exchange.desk." + of + "." + it.name())))
                .toList();
    }
}
