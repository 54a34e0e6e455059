package fr.socle.avis.observatoire.rgaa;

import fr.socle.kernel.Refusal;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads a declaration as an administration types it. */
public final class DeclarationForm {

    private static final BigDecimal MOST = new BigDecimal(100);
    private static final int LONGEST = 255;
    private static final int LONGEST_TEXT = 10_000;

    private DeclarationForm() {}

    /** The declaration, or nothing when the form now says what is wrong. */
    public static Optional<Declaration> read(Form form, UUID demarche, LocalDate today) {
        var rate = form.read("taux", Reading.decimal(2, BigDecimal.ZERO, MOST));
        var audited = form.readDate("audit");
        var published = form.readDate("publication");
        var auditor = form.required("auditeur", LONGEST);
        var contact = form.required("contact", LONGEST);
        var faults = form.optional("non-conformites", LONGEST_TEXT);
        var exemptions = form.optional("derogations", LONGEST_TEXT);
        audited.filter(it -> it.isAfter(today))
                .ifPresent(_ -> form.reject("audit", Refusal.of("avis.rgaa.future")));
        published
                .filter(it -> audited.isPresent() && it.isBefore(audited.get()))
                .ifPresent(_ -> form.reject("publication", Refusal.of("avis.rgaa.before-audit")));
        if (rate.isPresent() && rate.get().compareTo(MOST) < 0 && faults.isEmpty()) {
            form.reject("non-conformites", Refusal.of("avis.rgaa.faults-needed"));
        }
        if (rate.isEmpty() || audited.isEmpty() || published.isEmpty() || !form.ok()) {
            return Optional.empty();
        }
        return Optional.of(
                new Declaration(
                        demarche,
                        rate.get(),
                        audited.get(),
                        auditor,
                        published.get(),
                        contact,
                        faults,
                        exemptions));
    }

    /** The values as the form shows them again. */
    public static Map<String, String> typed(Declaration it) {
        var typed = new HashMap<String, String>();
        typed.put("taux", it.rate().stripTrailingZeros().toPlainString().replace('.', ','));
        date(typed, "audit", it.auditedOn());
        date(typed, "publication", it.publishedOn());
        typed.put("auditeur", it.auditor());
        typed.put("contact", it.contact());
        typed.put("non-conformites", it.faults());
        typed.put("derogations", it.exemptions());
        return typed;
    }

    private static void date(Map<String, String> typed, String field, LocalDate day) {
        typed.put(field + ".jour", Integer.toString(day.getDayOfMonth()));
        typed.put(field + ".mois", Integer.toString(day.getMonthValue()));
        typed.put(field + ".annee", Integer.toString(day.getYear()));
    }
}
