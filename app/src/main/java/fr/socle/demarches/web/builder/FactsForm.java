package fr.socle.demarches.web.builder;

import fr.socle.demarches.builder.AttestationTemplate;
import fr.socle.demarches.builder.Facts;
import fr.socle.directory.ServiceId;
import fr.socle.kernel.Refusal;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;

/** What a procedure is, as a form. */
final class FactsForm {

    private FactsForm() {}

    /** A form that shows these facts. */
    static Form of(Facts facts) {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("title", facts.title());
        typed.add("description", facts.description());
        typed.add("audience", facts.audience());
        typed.add("cadre", facts.cadreJuridique());
        typed.add("months", String.valueOf(facts.retentionMonths()));
        typed.add("minutes", String.valueOf(facts.minutes()));
        facts.services().forEach(it -> typed.add("services", it.toString()));
        var attestation = facts.attestation();
        if (attestation != null) {
            typed.add("attestation-title", attestation.title());
            typed.add("attestation-body", attestation.body());
        }
        return Form.of(typed);
    }

    /**
     * @param services the ids that the page offered
     */
    static Optional<Facts> read(Form form, List<String> services) {
        var facts =
                new Facts(
                        oneLine(form, "title", Facts.LONGEST_TITLE, true),
                        form.optional("description", Facts.LONGEST_DESCRIPTION),
                        form.optional("audience", Facts.LONGEST_LINE),
                        form.optional("cadre", Facts.LONGEST_LINE),
                        services(form, services),
                        attestation(form),
                        number(form, "months", Facts.MOST_MONTHS),
                        number(form, "minutes", Facts.MOST_MINUTES));
        return form.ok() ? Optional.of(facts) : Optional.empty();
    }

    private static String oneLine(Form form, String field, int max, boolean required) {
        var text = required ? form.required(field, max) : form.optional(field, max);
        if (text.indexOf('\n') >= 0) {
            form.reject(field, Refusal.of("demarches.saisie.one-line"));
        }
        return text;
    }

    private static List<ServiceId> services(Form form, List<String> offered) {
        return form.readAll("services", offered).stream()
                .flatMap(it -> ServiceId.of(it).stream())
                .toList();
    }

    private static int number(Form form, String field, int max) {
        return form.read(field, Reading.whole(1, max)).orElse(1L).intValue();
    }

    private static @Nullable AttestationTemplate attestation(Form form) {
        var title = oneLine(form, "attestation-title", Facts.LONGEST_ATTESTATION_TITLE, false);
        var body = form.optional("attestation-body", Facts.LONGEST_DESCRIPTION);
        if (title.isEmpty() && !body.isEmpty()) {
            form.reject("attestation-title", Refusal.of("demarches.attestation.title"));
        }
        return title.isEmpty() ? null : new AttestationTemplate(title, body);
    }
}
