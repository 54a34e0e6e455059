package fr.socle.habilitations.demande;

import fr.socle.habilitations.Habilitation.RequesterKind;
import fr.socle.habilitations.spi.DataCatalogue;
import fr.socle.kernel.EmailAddress;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Refusal;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.LinkedMultiValueMap;

/** A request as a form holds it. */
public final class ContenuForm {

    /** The names of the boxes start so; the code of the data set follows. */
    public static final String FIELDS = "donnees.";

    /** The words by which the form names who may ask. */
    public static final Map<String, RequesterKind> REQUESTERS =
            Map.of(
                    "agent", RequesterKind.AGENT,
                    "usager", RequesterKind.USAGER_LUI_MEME,
                    "automate", RequesterKind.AUTOMATE);

    private static final int LONGEST_VALIDITY = 60;
    private static final int LONGEST_RETENTION = 120;

    private ContenuForm() {}

    /** Reads a whole request; empty when something is wrong, which the form then tells. */
    public static Optional<Contenu> read(Form form, DataCatalogue catalogue) {
        var intitule = form.required("intitule", 120);
        var finalite = form.required("finalite", 500);
        var cadre = form.required("cadre", 500);
        var url = form.readOptional("cadre-url", ContenuForm::url).orElse("");
        var fields = fields(form, catalogue);
        var requesters = requesters(form);
        var validity = form.read("validite", Reading.whole(1, LONGEST_VALIDITY)).orElse(0L);
        var retention = form.read("conservation", Reading.whole(1, LONGEST_RETENTION)).orElse(0L);
        var dpo = contact(form, "dpo");
        var responsable = contact(form, "responsable");
        if (!form.ticked("cgu")) {
            form.reject("cgu", Refusal.of("habilitations.form.cgu.refused"));
        }
        return form.ok()
                ? Optional.of(
                        new Contenu(
                                intitule,
                                finalite,
                                cadre,
                                url,
                                fields,
                                requesters,
                                validity.intValue(),
                                retention.intValue(),
                                dpo,
                                responsable))
                : Optional.empty();
    }

    /** The same as a form shows it, to be written anew. */
    public static Form form(Contenu content) {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("intitule", content.intitule());
        typed.add("finalite", content.finalite());
        typed.add("cadre", content.cadre());
        typed.add("cadre-url", content.cadreUrl());
        content.fields().forEach((set, codes) -> typed.put(FIELDS + set, List.copyOf(codes)));
        REQUESTERS.forEach(
                (word, kind) -> {
                    if (content.requesters().contains(kind)) {
                        typed.add("demandeurs", word);
                    }
                });
        typed.add("validite", Integer.toString(content.validityMonths()));
        typed.add("conservation", Integer.toString(content.retentionMonths()));
        typed.add("dpo.nom", content.dpo().name());
        typed.add("dpo.courriel", content.dpo().email());
        typed.add("responsable.nom", content.responsable().name());
        typed.add("responsable.courriel", content.responsable().email());
        return Form.of(typed);
    }

    private static Map<String, Set<String>> fields(Form form, DataCatalogue catalogue) {
        var chosen = new HashMap<String, Set<String>>();
        var sets = catalogue.all();
        for (var set : sets) {
            var offered = set.fields().stream().map(DataCatalogue.DataField::code).toList();
            var ticked = form.readAll(FIELDS + set.code(), offered);
            if (!ticked.isEmpty()) {
                chosen.put(set.code(), new HashSet<>(ticked));
            }
        }
        var first = FIELDS + (sets.isEmpty() ? "" : sets.getFirst().code());
        if (chosen.isEmpty() && form.error(first).isEmpty()) {
            form.reject(first, Refusal.of("habilitations.form.fields.none"));
        }
        return chosen;
    }

    private static Set<RequesterKind> requesters(Form form) {
        var words = form.readAll("demandeurs", REQUESTERS.keySet());
        if (words.isEmpty() && form.error("demandeurs").isEmpty()) {
            form.reject("demandeurs", Refusal.of("ui.form.required"));
        }
        var kinds = new HashSet<RequesterKind>();
        words.forEach(word -> Optional.ofNullable(REQUESTERS.get(word)).ifPresent(kinds::add));
        return kinds;
    }

    private static Contact contact(Form form, String who) {
        var name = form.required(who + ".nom", 120);
        var email = form.read(who + ".courriel", EmailAddress::parse);
        return new Contact(name, email.map(EmailAddress::value).orElse(""));
    }

    private static Parsed<String> url(String text) {
        try {
            var read = URI.create(text);
            var web = "https".equals(read.getScheme()) || "http".equals(read.getScheme());
            return web && read.getHost() != null && text.length() <= 500
                    ? Parsed.valid(text)
                    : Parsed.invalid("habilitations.form.url.refused");
        } catch (IllegalArgumentException notAnAddress) {
            return Parsed.invalid("habilitations.form.url.refused");
        }
    }
}
