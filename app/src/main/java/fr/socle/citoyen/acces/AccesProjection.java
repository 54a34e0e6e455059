package fr.socle.citoyen.acces;

import fr.socle.citoyen.store.AccesStore;
import fr.socle.citoyen.usages.Place;
import fr.socle.directory.OrganisationId;
import fr.socle.journal.Audience;
import fr.socle.journal.LoggedEntry;
import fr.socle.journal.LoggedEntry.Content;
import fr.socle.journal.LoggedEntry.OpenPart;
import fr.socle.journal.Projection;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Notes what was done with data on behalf of which organisation, without persons, and forgets what
 * the journal erased.
 */
@Component
class AccesProjection implements Projection {

    private static final Set<String> WANTED =
            Set.of(
                    "exchange.accorde",
                    "exchange.refuse",
                    "demarches.consultation",
                    "demarches.consultation-api",
                    "demarches.consultation-refusee");

    private static final String PROGRAM = "automate";

    private final AccesStore store;

    AccesProjection(AccesStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "citoyen.acces";
    }

    @Override
    public boolean wants(String kind) {
        return WANTED.contains(kind);
    }

    @Override
    public void apply(List<LoggedEntry> entries) {
        var rows = new ArrayList<Acces>();
        for (var entry : entries) {
            var place = new Place(entry.log(), entry.index());
            var content = entry.content().orElse(null);
            if (content != null && WANTED.contains(content.kind())) {
                acces(place, entry.purge(), content).ifPresent(rows::add);
            } else {
                // because it may erase what came before it, and that must be there by then
                store.keep(rows);
                rows.clear();
                forget(place, content);
            }
        }
        store.keep(rows);
    }

    private void forget(Place place, @Nullable Content content) {
        if (content == null) {
            store.drop(place);
        } else {
            forget(content.readBy(Audience.AUDITEUR));
        }
    }

    private static Optional<Acces> acces(Place place, YearMonth purge, Content content) {
        var facts = facts(content);
        return OrganisationId.of(text(facts, "organisation"))
                .map(
                        it ->
                                new Acces(
                                        place,
                                        content.kind(),
                                        it,
                                        agent(facts),
                                        uuid(text(facts, "habilitation")),
                                        text(facts, "jeu-de-donnees"),
                                        fields(facts),
                                        content.kind().contains("refus"),
                                        content.writtenAt(),
                                        purge,
                                        seal(content)));
    }

    /** With what is sealed for its person only where an agent may stand in it. */
    private static Map<String, Object> facts(Content content) {
        var open = new HashMap<String, Object>();
        content.parts().stream()
                .filter(it -> it.seal() == 0 && it.audiences().contains(Audience.DPO))
                .forEach(it -> open.putAll(it.values()));
        return PROGRAM.equals(open.get("demandeur")) ? open : content.readBy(Audience.DPO);
    }

    private static @Nullable UUID agent(Map<String, Object> facts) {
        return text(facts, "demandeur").equals("agent")
                ? uuid(text(facts, "demandeur-id"))
                : uuid(text(facts, "agent"));
    }

    private static List<String> fields(Map<String, Object> facts) {
        return facts.get("donnees") instanceof List<?> codes
                ? codes.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static long seal(Content content) {
        return content.parts().stream()
                .filter(it -> it.audiences().contains(Audience.DPO))
                .mapToLong(OpenPart::seal)
                .max()
                .orElse(0);
    }

    private static String text(Map<String, Object> facts, String member) {
        return facts.get(member) instanceof String text ? text : "";
    }

    private static @Nullable UUID uuid(String text) {
        return OrganisationId.of(text).map(OrganisationId::value).orElse(null);
    }

    /** One entry, all that a key sealed, or a whole month: as the journal says it. */
    private void forget(Map<String, Object> facts) {
        if (facts.get("cle") instanceof Number seal) {
            store.dropSealed(seal.longValue());
        } else if (facts.get("mois") instanceof String month) {
            store.dropUntil(YearMonth.parse(month));
        } else if (facts.get("journal") instanceof Number log
                && facts.get("index") instanceof Number index) {
            store.drop(new Place(log.intValue(), index.longValue()));
        }
    }
}
