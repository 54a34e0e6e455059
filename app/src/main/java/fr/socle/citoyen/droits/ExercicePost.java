package fr.socle.citoyen.droits;

import fr.socle.citoyen.CitoyenRights;
import fr.socle.citoyen.droits.Exercice.Repondu;
import fr.socle.directory.Agent;
import fr.socle.directory.AgentId;
import fr.socle.directory.ComptesProfessionnels;
import fr.socle.directory.Directory;
import fr.socle.directory.Membership;
import fr.socle.directory.Memberships;
import fr.socle.directory.Staff;
import fr.socle.house.PublicAddress;
import fr.socle.kernel.Parsed;
import fr.socle.notifications.Action;
import fr.socle.notifications.Category;
import fr.socle.notifications.Mail;
import fr.socle.notifications.Message;
import fr.socle.notifications.Notifications;
import fr.socle.notifications.Recipient;
import fr.socle.ui.Words;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells the person what became of their request, and those who answer that there is one. A letter
 * says neither what the person wrote nor what was answered: that is read on the page.
 */
@Component
public class ExercicePost {

    public static final Category CATEGORY = new Category("citoyen.droits", true);
    public static final Category DESK = new Category("citoyen.guichet", false);

    private final Notifications notifications;
    private final Directory directory;
    private final Memberships memberships;
    private final Staff staff;
    private final PublicAddress address;

    ExercicePost(
            Notifications notifications,
            Directory directory,
            Memberships memberships,
            Staff staff,
            PublicAddress address) {
        this.notifications = notifications;
        this.directory = directory;
        this.memberships = memberships;
        this.staff = staff;
        this.address = address;
    }

    /**
     * @param version after the step: one step is told once
     */
    void tell(Exercice it, long version) {
        var who = it.fond().demandeur();
        var to = new Recipient(who.person().value(), who.email(), who.name(), who.language());
        var link = URI.create(address.of(file(who) + "/droits/" + it.fond().id()));
        var letter = new Letter(CATEGORY, "citoyen.mail." + it.etat(), name(it), due(it), link);
        notifications.send(Message.everywhere(to, letter, key(it, version)));
    }

    private static String file(Exercice.Demandeur who) {
        return who.entreprise() ? ComptesProfessionnels.PAGES : "/mon-dossier";
    }

    /** Tells whoever answers for the organisation. */
    void tellDesk(Exercice it, long version) {
        var link = URI.create(address.of("/administration/droits-des-personnes/" + it.fond().id()));
        var letter = new Letter(DESK, "citoyen.mail.guichet", name(it), due(it), link);
        for (var agent : staff.holding(CitoyenRights.ANSWER)) {
            if (worksThere(agent, it)) {
                directory
                        .agent(agent)
                        .flatMap(ExercicePost::recipient)
                        .ifPresent(
                                to ->
                                        notifications.send(
                                                Message.everywhere(
                                                        to,
                                                        letter,
                                                        key(it, version) + "/" + agent)));
            }
        }
    }

    private boolean worksThere(AgentId agent, Exercice it) {
        return memberships
                .find(agent, it.fond().guichet().organisation())
                .filter(Membership::active)
                .isPresent();
    }

    private static String key(Exercice it, long version) {
        return "citoyen.exercice/" + it.fond().id() + "/" + version;
    }

    private static String name(Exercice it) {
        return it.fond().guichet().name();
    }

    private static @Nullable LocalDate due(Exercice it) {
        return switch (it) {
            case Exercice.EnCours open -> open.due();
            case Repondu _, Exercice.Retire _ -> null;
        };
    }

    private static Optional<Recipient> recipient(Agent agent) {
        var email = agent.email();
        return email != null
                        && Recipient.parse(agent.id().value(), email, agent.name(), "fr")
                                instanceof Parsed.Valid<Recipient>(var to)
                ? Optional.of(to)
                : Optional.empty();
    }

    private record Letter(
            Category category, String key, String organisation, @Nullable LocalDate due, URI link)
            implements Mail {

        @Override
        public String subject(Words words) {
            return words.of(key + ".subject", organisation);
        }

        @Override
        public List<String> paragraphs(Words words) {
            return List.of(
                    words.of(key + ".what", organisation, due == null ? "" : words.day(due)));
        }

        @Override
        public Optional<Action> action(Words words) {
            return Optional.of(new Action(words.of("citoyen.mail.action"), link));
        }
    }
}
