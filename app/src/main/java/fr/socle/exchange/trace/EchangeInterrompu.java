package fr.socle.exchange.trace;

import static fr.socle.journal.Audience.AUDITEUR;
import static fr.socle.journal.Audience.CONSOMMATEUR;
import static fr.socle.journal.Audience.DPO;
import static fr.socle.journal.Audience.FOURNISSEUR;
import static fr.socle.journal.Audience.PERSONNE;

import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.kernel.PersonRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The end of an exchange whose node died before it could write one, made from the entry of the
 * question.
 *
 * @param issue interrupted, or not confirmed when the data was free to leave
 * @param facts of the question, for whoever checks
 * @param told what the person reads
 * @param person null when nobody knows who they are here, or their key was erased
 */
public record EchangeInterrompu(
        Issue issue,
        Map<String, Object> facts,
        Map<String, Object> told,
        @Nullable PersonRef person)
        implements Entry {

    public EchangeInterrompu {
        facts = Map.copyOf(facts);
        told = Map.copyOf(told);
    }

    @Override
    public Kind kind() {
        return EchangeTermine.KIND;
    }

    @Override
    public List<Part> parts() {
        var parts = new ArrayList<Part>();
        parts.add(
                copy(Part.readBy(AUDITEUR, DPO, CONSOMMATEUR, FOURNISSEUR), facts)
                        .with("issue", issue.word()));
        if (person != null) {
            parts.add(copy(Part.readBy(PERSONNE), told).with("issue", issue.word()).about(person));
        }
        return parts;
    }

    private static Part copy(Part part, Map<String, Object> values) {
        var copied = part;
        for (var each : values.entrySet()) {
            copied =
                    switch (each.getValue()) {
                        case Number number -> copied.with(each.getKey(), number.longValue());
                        case Boolean fact -> copied.with(each.getKey(), fact);
                        case List<?> texts ->
                                copied.with(
                                        each.getKey(),
                                        texts.stream().map(String::valueOf).toList());
                        case Object other -> copied.with(each.getKey(), other.toString());
                    };
        }
        return copied;
    }
}
