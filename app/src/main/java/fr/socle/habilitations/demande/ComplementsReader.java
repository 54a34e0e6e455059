package fr.socle.habilitations.demande;

import fr.socle.habilitations.demande.Complements.Homologation;
import fr.socle.habilitations.demande.ContenuReader.Answers;
import fr.socle.habilitations.formulaire.Bloc;
import fr.socle.kernel.Refusal;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what only some kinds of data demand; anybody may answer it. */
final class ComplementsReader {

    private static final int MOST_SERVICES = 20;
    private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{2,99}");

    private final Answers answers;
    private final Form form;

    ComplementsReader(Answers answers) {
        this.answers = answers;
        this.form = answers.form();
    }

    Complements read(Set<Bloc> demanded) {
        var metier = contact(Bloc.METIER, demanded);
        var technique = contact(Bloc.TECHNIQUE, demanded);
        var volume = volume(demanded.contains(Bloc.VOLUME));
        var why = form.optional("volume-motif", 500);
        if (Volume.needsReason(volume) && why.isEmpty()) {
            answers.lacking("volume-motif", "habilitations.form.volume.why");
        }
        var homologation = homologation(demanded.contains(Bloc.HOMOLOGATION));
        return new Complements(services(), metier, technique, volume, why, homologation);
    }

    private Contact contact(Bloc bloc, Set<Bloc> demanded) {
        var who = bloc.code();
        var begun = !form.typed(who + ".nom").isBlank() || !form.typed(who + ".courriel").isBlank();
        return answers.contact(who, answers.complete() && (begun || demanded.contains(bloc)));
    }

    private String volume(boolean demanded) {
        return demanded
                ? answers.among("volume", Volume.CALLS)
                : form.readOptional("volume", Reading.among(Volume.CALLS)).orElse("");
    }

    private @Nullable Homologation homologation(boolean demanded) {
        var autorite = form.optional("homologation.autorite", 200);
        var from = form.readOptionalDate("homologation.debut");
        var until = form.readOptionalDate("homologation.fin");
        var begun = !autorite.isEmpty() || from.isPresent() || until.isPresent();
        if (!begun && !demanded || !answers.complete() && (from.isEmpty() || until.isEmpty())) {
            return null;
        }
        if (autorite.isEmpty()) {
            answers.lacking("homologation.autorite", "ui.form.required");
        }
        if (from.isEmpty()) {
            answers.lacking("homologation.debut", "ui.form.required");
        }
        if (until.isEmpty()) {
            answers.lacking("homologation.fin", "ui.form.required");
        }
        if (from.isEmpty() || until.isEmpty()) {
            return null;
        }
        if (!from.get().isBefore(until.get())) {
            form.reject("homologation.fin", Refusal.of("habilitations.form.homologation.order"));
        }
        return new Homologation(autorite, from.get(), until.get());
    }

    /** One to a line, or the values of a list. */
    private Set<String> services() {
        var ids = new TreeSet<String>();
        form.all("services").stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .forEach(ids::add);
        if (ids.size() > MOST_SERVICES) {
            form.reject("services", Refusal.of("habilitations.form.services.most", MOST_SERVICES));
        } else if (!ids.stream().allMatch(it -> CLIENT_ID.matcher(it).matches())) {
            form.reject("services", Refusal.of("habilitations.form.services.wrong"));
        }
        return ids;
    }
}
