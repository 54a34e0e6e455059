package fr.socle.citoyen.acces;

import fr.socle.citoyen.store.AccesStore;
import fr.socle.citoyen.store.AccesStore.Day;
import fr.socle.citoyen.store.AccesStore.Volume;
import fr.socle.citoyen.usages.Place;
import fr.socle.directory.Agent;
import fr.socle.directory.AgentId;
import fr.socle.directory.Directory;
import fr.socle.directory.OrganisationId;
import fr.socle.directory.ServiceId;
import fr.socle.directory.Staff;
import fr.socle.journal.Audience;
import fr.socle.journal.Journal;
import fr.socle.kernel.PersonRef;
import fr.socle.ui.access.Visitor;
import java.time.Clock;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** How an organisation uses data, as its data protection officer sees it. */
@Service
public class Surveillance {

    private final AccesStore store;
    private final Staff staff;
    private final Directory directory;
    private final Journal journal;
    private final Clock clock;

    Surveillance(AccesStore store, Staff staff, Directory directory, Journal journal, Clock clock) {
        this.store = store;
        this.staff = staff;
        this.directory = directory;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * What an agent did.
     *
     * @param number stands for a name: 1 for who did most
     * @param last the latest, by which the name can be opened
     */
    public record Activity(int number, UUID agent, long all, long refused, Place last) {}

    /**
     * @param purposes by habilitation
     * @param fields by {@code data set/field}
     * @param alertes the latest first, at most a hundred
     */
    public record View(
            List<Volume> purposes,
            List<Volume> fields,
            List<Activity> agents,
            List<Regles.Alerte> alertes) {

        public long all() {
            return purposes.stream().mapToLong(Volume::all).sum();
        }

        public long refused() {
            return purposes.stream().mapToLong(Volume::refused).sum();
        }

        /** What stands for this agent's name. */
        public int number(UUID agent) {
            return agents.stream()
                    .filter(it -> it.agent().equals(agent))
                    .mapToInt(Activity::number)
                    .findFirst()
                    .orElse(0);
        }
    }

    /**
     * @param days how far back
     */
    public View of(OrganisationId organisation, int days) {
        var since = clock.instant().atOffset(ZoneOffset.UTC).minus(Period.ofDays(days)).toInstant();
        var byDay = store.byAgentAndDay(organisation, since);
        var services = new HashMap<UUID, String>();
        return new View(
                store.byPurpose(organisation, since),
                store.byField(organisation, since),
                agents(byDay),
                Regles.alertes(
                                byDay,
                                it ->
                                        services.computeIfAbsent(
                                                it, who -> service(who, organisation)))
                        .stream()
                        .limit(100)
                        .toList());
    }

    /**
     * Writes who opens whose name and why, durably and for the persons concerned to read; only then
     * tells it. Empty when no agent of this organisation stands in this line.
     */
    public Optional<String> open(
            Place place, OrganisationId organisation, String motif, Visitor.Agent officer) {
        var agent = store.agentOf(place, organisation);
        if (agent.isEmpty()) {
            return Optional.empty();
        }
        journal.appendAlone(new NomOuvert(officer, organisation, place, motif, concerned(place)));
        return directory.agent(new AgentId(agent.get())).map(Agent::name);
    }

    /** Whether an agent of this organisation stands in this line. */
    public boolean knows(Place place, OrganisationId organisation) {
        return store.agentOf(place, organisation).isPresent();
    }

    private Set<PersonRef> concerned(Place place) {
        var persons = new HashSet<PersonRef>();
        var parts =
                journal.at(place.index())
                        .filter(it -> it.log() == place.log())
                        .flatMap(it -> it.content())
                        .map(it -> it.parts())
                        .orElse(List.of());
        for (var part : parts) {
            var person = part.person();
            if (person != null && part.audiences().contains(Audience.PERSONNE)) {
                persons.add(person);
            }
        }
        return persons;
    }

    private String service(UUID agent, OrganisationId organisation) {
        return staff.servicesOf(new AgentId(agent), organisation).stream()
                .findFirst()
                .map(ServiceId::toString)
                .orElse("");
    }

    private static List<Activity> agents(List<Day> days) {
        Map<UUID, List<Day>> byAgent = new TreeMap<>();
        days.forEach(it -> byAgent.computeIfAbsent(it.agent(), _ -> new ArrayList<>()).add(it));
        var sorted =
                byAgent.entrySet().stream()
                        .sorted(
                                Map.Entry.comparingByValue(
                                        (one, other) -> Long.compare(sum(other), sum(one))))
                        .toList();
        var agents = new ArrayList<Activity>();
        for (var entry : sorted) {
            var own = entry.getValue();
            agents.add(
                    new Activity(
                            agents.size() + 1,
                            entry.getKey(),
                            sum(own),
                            own.stream().mapToLong(Day::refused).sum(),
                            own.getFirst().last()));
        }
        return agents;
    }

    private static long sum(List<Day> days) {
        return days.stream().mapToLong(Day::all).sum();
    }
}
