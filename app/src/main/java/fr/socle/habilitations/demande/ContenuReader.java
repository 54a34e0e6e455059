package fr.socle.habilitations.demande;

import fr.socle.habilitations.Habilitation.RequesterKind;
import fr.socle.habilitations.formulaire.Bloc;
import fr.socle.habilitations.formulaire.Formulaire;
import fr.socle.habilitations.formulaire.Formulaires.Offre;
import fr.socle.habilitations.spi.DataCatalogue.DataField;
import fr.socle.habilitations.spi.DataCatalogue.DataSet;
import fr.socle.kernel.EmailAddress;
import fr.socle.kernel.Refusal;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a request: a draft may lack anything, but what is there must be right. */
final class ContenuReader {

    private static final int LONGEST_VALIDITY = 60;
    private static final int JUSTIFIED_RETENTION = 36;

    private final Form form;
    private final Offre offre;
    private final Answers answers;

    ContenuReader(Form form, Offre offre, boolean complete) {
        this.form = form;
        this.offre = offre;
        this.answers = new Answers(form, complete);
    }

    /** Empty when something is wrong, which the form then tells. */
    Optional<Contenu> read() {
        var intitule = answers.text("intitule", 120);
        var finalite = answers.text("finalite", 500);
        var cadre = answers.text("cadre", 500);
        var url = answers.url("cadre-url");
        var fields = fields();
        var requesters = requesters();
        var validity = answers.number("validite", LONGEST_VALIDITY);
        var retention = retention(fields);
        var dpo = answers.contact("dpo");
        var responsable = answers.contact("responsable");
        var motivation = motivation(retention);
        var complements = new ComplementsReader(answers).read(demanded(fields, requesters));
        if (fields.isEmpty() && complements.services().isEmpty()) {
            answers.lacking(firstSet(), "habilitations.form.fields.none");
        }
        answers.accepted("dpo-informe", "habilitations.form.dpo-informe.refused");
        answers.accepted("cgu", "habilitations.form.cgu.refused");
        return form.ok()
                ? Optional.of(
                        new Contenu(
                                intitule,
                                finalite,
                                cadre,
                                url,
                                fields,
                                requesters,
                                validity,
                                retention,
                                dpo,
                                responsable,
                                motivation,
                                complements))
                : Optional.empty();
    }

    private Motivation motivation(int retention) {
        var why = form.optional("conservation-motif", 500);
        if (retention > JUSTIFIED_RETENTION && why.isEmpty()) {
            answers.lacking(
                    "conservation-motif", "habilitations.form.retention.why", JUSTIFIED_RETENTION);
        }
        var article = answers.text("article", 200);
        if (!article.isEmpty() && article.chars().noneMatch(Character::isDigit)) {
            form.reject("article", Refusal.of("habilitations.form.article.number"));
        }
        return new Motivation(
                answers.among("usage", Usages.codes()),
                answers.among("nature", Usages.NATURES),
                article,
                answers.text("destinataires", 300),
                why);
    }

    private Map<String, Set<String>> fields() {
        var chosen = new HashMap<String, Set<String>>();
        for (var set : offre.sets()) {
            var name = ContenuForm.FIELDS + set.code();
            var offered = set.fields().stream().map(DataField::code).toList();
            var ticked = form.readAll(name, offered);
            if (!ticked.isEmpty() && !offre.formulaire(set).open()) {
                answers.lacking(name, "habilitations.form.closed", set.provider());
            }
            if (!ticked.isEmpty()) {
                chosen.put(set.code(), new HashSet<>(ticked));
            }
        }
        return chosen;
    }

    private String firstSet() {
        var sets = offre.sets();
        return ContenuForm.FIELDS + (sets.isEmpty() ? "" : sets.getFirst().code());
    }

    private Set<RequesterKind> requesters() {
        var words = form.readAll("demandeurs", ContenuForm.REQUESTERS.keySet());
        if (words.isEmpty()) {
            answers.lacking("demandeurs", "ui.form.required");
        }
        var kinds = new HashSet<RequesterKind>();
        words.forEach(
                word ->
                        Optional.ofNullable(ContenuForm.REQUESTERS.get(word))
                                .ifPresent(kinds::add));
        return kinds;
    }

    /** No longer than the strictest of the kinds of data allows. */
    private int retention(Map<String, Set<String>> fields) {
        var months = answers.number("conservation", Formulaire.LONGEST_RETENTION);
        for (var set : chosen(fields)) {
            var longest = offre.formulaire(set).longestRetention();
            if (months > longest) {
                form.reject(
                        "conservation",
                        Refusal.of(
                                "habilitations.form.retention.longest", set.provider(), longest));
            }
        }
        return months;
    }

    /** A program that calls alone needs somebody to run it. */
    private Set<Bloc> demanded(Map<String, Set<String>> fields, Set<RequesterKind> requesters) {
        var blocs = EnumSet.noneOf(Bloc.class);
        chosen(fields).forEach(set -> blocs.addAll(offre.formulaire(set).blocs()));
        if (requesters.contains(RequesterKind.AUTOMATE)) {
            blocs.add(Bloc.TECHNIQUE);
        }
        return blocs;
    }

    private List<DataSet> chosen(Map<String, Set<String>> fields) {
        return offre.sets().stream().filter(it -> fields.containsKey(it.code())).toList();
    }

    /** Answers, of which a draft may lack any. */
    record Answers(Form form, boolean complete) {

        String text(String field, int max) {
            return complete ? form.required(field, max) : form.optional(field, max);
        }

        int number(String field, int max) {
            var whole = Reading.whole(1, max);
            var read = complete ? form.read(field, whole) : form.readOptional(field, whole);
            return read.orElse(0L).intValue();
        }

        String among(String field, Collection<String> allowed) {
            var one = Reading.among(allowed);
            var read = complete ? form.read(field, one) : form.readOptional(field, one);
            return read.orElse("");
        }

        String url(String field) {
            var read =
                    complete
                            ? form.read(field, ContenuForm::url)
                            : form.readOptional(field, ContenuForm::url);
            return read.orElse("");
        }

        Contact contact(String who) {
            return contact(who, complete);
        }

        Contact contact(String who, boolean demanded) {
            var mail = who + ".courriel";
            var name =
                    demanded ? form.required(who + ".nom", 120) : form.optional(who + ".nom", 120);
            var email =
                    demanded
                            ? form.read(mail, EmailAddress::parse)
                            : form.readOptional(mail, EmailAddress::parse);
            return new Contact(name, email.map(EmailAddress::value).orElse(""));
        }

        void accepted(String field, String why) {
            if (!form.ticked(field) && !form.all(field).equals(List.of("true"))) {
                lacking(field, why);
            }
        }

        /** Refuses what a draft may lack. */
        void lacking(String field, String why, Object... arguments) {
            if (complete && form.error(field).isEmpty()) {
                form.reject(field, Refusal.of(why, arguments));
            }
        }
    }
}
