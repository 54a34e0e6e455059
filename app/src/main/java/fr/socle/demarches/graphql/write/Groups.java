package fr.socle.demarches.graphql.write;

import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.graphql.read.GroupeView;
import fr.socle.demarches.graphql.read.Profile;
import fr.socle.demarches.graphql.read.Reading;
import fr.socle.demarches.graphql.read.Refus;
import fr.socle.demarches.graphql.read.TypedId;
import fr.socle.demarches.groupe.Groupe;
import fr.socle.demarches.instruction.Groupes;
import fr.socle.directory.Actor;
import fr.socle.directory.AgentId;
import fr.socle.directory.Change;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The groups of a procedure and their agents, changed in the name of who made the token. */
@Component
class Groups {

    private final Groupes groupes;
    private final Mandates mandates;

    Groups(Groupes groupes, Mandates mandates) {
        this.groupes = groupes;
        this.mandates = mandates;
    }

    /**
     * The group that a client names.
     *
     * @throws Refus when there is none, or the token does not open its procedure
     */
    static GroupeView groupe(Reading reading, Map<String, Object> input) {
        return TypedId.number(GroupeView.KIND, Mandates.text(input, "groupeInstructeurId"))
                .map(reading::groupe)
                .orElseThrow(() -> Refus.notFound(GroupeView.KIND));
    }

    @Transactional
    public Payload creer(Reading reading, Map<String, Object> input) {
        var demarche = reading.demarche(Reading.number(map(input.get("demarche")))).demarche();
        var wanted = map(input.get("groupeInstructeur"));
        var label = Mandates.text(wanted, "label").strip();
        var wrong = wrong(label);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        var named = named(reading, demarche, wanted);
        var actor = actor(reading);
        return switch (groupes.create(actor, demarche, label)) {
            case Change.Done<Groupe>(var made) ->
                    changed(
                            reading,
                            demarche,
                            made,
                            new Groupes.Draft(
                                    label,
                                    !Boolean.TRUE.equals(wanted.get("closed")),
                                    List.copyOf(named.found())),
                            named);
            case Change<Groupe> other -> refused(other);
        };
    }

    public Payload modifier(Reading reading, Map<String, Object> input) {
        var seen = groupe(reading, input);
        var label =
                input.get("label") == null ? seen.label() : Mandates.text(input, "label").strip();
        var closed = input.get("closed") == null ? seen.closed() : (Boolean) input.get("closed");
        return wrong(label)
                .orElseGet(
                        () ->
                                changed(
                                        reading,
                                        seen.demarche().demarche(),
                                        seen.groupe(),
                                        new Groupes.Draft(
                                                label,
                                                !closed,
                                                List.copyOf(seen.groupe().agents())),
                                        Named.NOBODY));
    }

    public Payload ajouter(Reading reading, Map<String, Object> input) {
        var seen = groupe(reading, input);
        var demarche = seen.demarche().demarche();
        var named = named(reading, demarche, input);
        var agents = new HashSet<>(seen.groupe().agents());
        agents.addAll(named.found());
        return changed(reading, demarche, seen.groupe(), with(seen, agents), named);
    }

    /** Without agents of its own a group would open to every agent: the last one stays. */
    public Payload supprimer(Reading reading, Map<String, Object> input) {
        var seen = groupe(reading, input);
        var demarche = seen.demarche().demarche();
        var named = named(reading, demarche, input);
        var agents = new HashSet<>(seen.groupe().agents());
        if (!agents.removeAll(named.found())) {
            return mandates.refused("demarches.api.groupe.nobody", seen.label());
        }
        return agents.isEmpty()
                ? mandates.refused("demarches.api.groupe.last", seen.label())
                : changed(reading, demarche, seen.groupe(), with(seen, agents), Named.NOBODY);
    }

    private static Groupes.Draft with(GroupeView seen, Set<AgentId> agents) {
        return new Groupes.Draft(seen.label(), !seen.closed(), List.copyOf(agents));
    }

    private Payload changed(
            Reading reading, Demarche demarche, Groupe seen, Groupes.Draft draft, Named named) {
        return switch (groupes.change(actor(reading), demarche, seen, draft)) {
            case Change.Done<Groupe>(var now) ->
                    Payload.done("groupeInstructeur", reading.groupe(now.number()))
                            .told("warnings", named.unknown().stream().map(this::unknown).toList());
            case Change<Groupe> other -> refused(other);
        };
    }

    private String unknown(String name) {
        return mandates.told("demarches.api.groupe.unknown", name);
    }

    private Payload refused(Change<Groupe> change) {
        return change instanceof Change.Refused<Groupe>(_, var why)
                ? Payload.refused(mandates.told(why))
                : mandates.refused("demarches.api.groupe.overtaken");
    }

    private Optional<Payload> wrong(String label) {
        if (label.isEmpty()) {
            return Optional.of(mandates.refused("demarches.api.groupe.label"));
        }
        return label.length() > Groupe.LONGEST_LABEL
                ? Optional.of(
                        mandates.refused("demarches.api.groupe.label.long", Groupe.LONGEST_LABEL))
                : Optional.empty();
    }

    /**
     * Whom a client names.
     *
     * @param unknown who does not handle the procedure's dossiers, as the client wrote it
     */
    private record Named(Set<AgentId> found, List<String> unknown) {
        static final Named NOBODY = new Named(Set.of(), List.of());
    }

    private Named named(Reading reading, Demarche demarche, Map<String, Object> input) {
        var eligible = groupes.eligible(demarche);
        var found = new HashSet<AgentId>();
        var unknown = new ArrayList<String>();
        for (var each : (List<?>) Objects.requireNonNull(input.get("instructeurs"))) {
            var profile = map(each);
            var id = Mandates.text(profile, "id");
            var email = Mandates.text(profile, "email").strip();
            if (id.isEmpty() == email.isEmpty()) {
                throw Refus.badArgument("Give the id or the email of an instructeur, one of them");
            }
            var agent =
                    id.isEmpty()
                            ? eligible.stream()
                                    .filter(
                                            it ->
                                                    reading.profile(it)
                                                            .email()
                                                            .equalsIgnoreCase(email))
                                    .findFirst()
                            : Profile.agent(id).filter(eligible::contains);
            agent.ifPresentOrElse(found::add, () -> unknown.add(id.isEmpty() ? email : id));
        }
        return new Named(found, unknown);
    }

    private Actor actor(Reading reading) {
        return Actor.of(mandates.maker(reading));
    }

    @SuppressWarnings("unchecked") // the schema says that it is an input object
    static Map<String, Object> map(@Nullable Object input) {
        return (Map<String, Object>) Objects.requireNonNull(input);
    }
}
