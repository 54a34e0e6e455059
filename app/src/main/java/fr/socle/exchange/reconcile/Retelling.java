package fr.socle.exchange.reconcile;

import fr.socle.directory.Directory;
import fr.socle.directory.Organisation;
import fr.socle.directory.OrganisationId;
import fr.socle.exchange.provider.Provider;
import fr.socle.exchange.provider.Providers;
import fr.socle.exchange.trace.EchangeInterrompu;
import fr.socle.exchange.trace.Issue;
import fr.socle.exchange.trace.Scelle;
import fr.socle.habilitations.Differe;
import fr.socle.habilitations.Habilitation;
import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.Habilitations;
import fr.socle.journal.Audience;
import fr.socle.journal.Entry;
import fr.socle.journal.LoggedEntry.Content;
import fr.socle.journal.LoggedEntry.OpenPart;
import fr.socle.kernel.PersonRef;
import fr.socle.ui.Dictionary;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says again, from the entry of a question, who asked what of whom: its node is dead. */
@Component
class Retelling {

    private final Directory directory;
    private final Habilitations habilitations;
    private final Providers providers;
    private final Dictionary dictionary;
    private final Clock clock;

    Retelling(
            Directory directory,
            Habilitations habilitations,
            Providers providers,
            Dictionary dictionary,
            Clock clock) {
        this.directory = directory;
        this.habilitations = habilitations;
        this.providers = providers;
        this.dictionary = dictionary;
        this.clock = clock;
    }

    /**
     * @param question the entry of kind {@code exchange.demande}
     * @param granted whether the data was free to leave: then nobody knows whether it arrived
     */
    List<Entry> of(Content question, boolean granted) {
        var facts = question.readBy(Audience.AUDITEUR);
        var issue = granted ? Issue.REMISE_NON_CONFIRMEE : Issue.INTERROMPU;
        var end = new EchangeInterrompu(issue, facts, told(facts), person(question));
        return own(facts)
                .flatMap(Habilitation::differe)
                .map(it -> sealed(end, it))
                .orElse(List.of(end));
    }

    private List<Entry> sealed(EchangeInterrompu end, Differe differe) {
        var today = LocalDate.ofInstant(clock.instant(), DailyRound.PARIS);
        var split = Scelle.split(end, differe, today, dictionary.french());
        var entries = new ArrayList<Entry>();
        entries.add(split.silent());
        entries.addAll(split.sealed());
        return entries;
    }

    /** The habilitation of the question, if it is the asker's. */
    private Optional<Habilitation> own(Map<String, Object> facts) {
        var organisation = new OrganisationId(id(facts, "organisation"));
        return habilitations
                .find(new HabilitationId(id(facts, "habilitation")))
                .filter(it -> it.organisation().equals(organisation));
    }

    private static @Nullable PersonRef person(Content question) {
        return question.parts().stream()
                .map(OpenPart::person)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Map<String, Object> told(Map<String, Object> facts) {
        var organisation = new OrganisationId(id(facts, "organisation"));
        var told = new HashMap<String, Object>();
        told.put("echange", text(facts, "echange"));
        told.put(
                "organisation",
                directory.organisation(organisation).map(Organisation::name).orElse(""));
        var provider = providers.provider(text(facts, "jeu-de-donnees"));
        told.put("fournisseur", provider.map(Provider::name).orElse(""));
        told.put("donnees", provider.map(it -> labels(it, facts)).orElse(List.of()));
        own(facts).ifPresent(it -> ground(told, it));
        return told;
    }

    private static void ground(Map<String, Object> told, Habilitation habilitation) {
        told.put("motif", habilitation.finalite());
        told.put("fondement", habilitation.cadreJuridique());
    }

    private List<String> labels(Provider provider, Map<String, Object> facts) {
        return facts.get("donnees") instanceof List<?> codes
                ? providers.labels(provider.set(), codes.stream().map(String::valueOf).toList())
                : List.of();
    }

    private static UUID id(Map<String, Object> facts, String name) {
        return UUID.fromString(text(facts, name));
    }

    private static String text(Map<String, Object> facts, String name) {
        return facts.get(name) instanceof String text ? text : "";
    }
}
