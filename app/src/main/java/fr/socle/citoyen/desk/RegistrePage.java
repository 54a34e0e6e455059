package fr.socle.citoyen.desk;

import fr.socle.habilitations.Traitements.Traitement;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The register of processing of an organisation (RGPD, art. 30), ready to print. */
public record RegistrePage(
        List<Traitement> traitements, String organisation, Map<String, String> labels, Instant now)
        implements Page {

    /** What is obtained, in words, by data set. */
    public List<String> data(Frame frame, Traitement it) {
        return it.habilitation().fields().entrySet().stream()
                .map(
                        set ->
                                word(frame, set.getKey())
                                        + " : "
                                        + String.join(
                                                ", ",
                                                set.getValue().stream()
                                                        .map(code -> set.getKey() + "/" + code)
                                                        .map(code -> word(frame, code))
                                                        .sorted()
                                                        .toList()))
                .sorted()
                .toList();
    }

    /** The first and last day on which it holds. */
    public String term(Frame frame, Traitement it) {
        var validity = it.habilitation().validity();
        var end = validity.end();
        return frame.t(
                "citoyen.registre.version",
                it.habilitation().version(),
                frame.words().day(validity.start()),
                end == null ? "–" : frame.words().day(end));
    }

    private String word(Frame frame, String code) {
        return frame.words().orItself(labels.getOrDefault(code, code));
    }
}
