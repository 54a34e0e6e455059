package fr.socle.demarches.graphql.read;

import fr.socle.demarches.graphql.token.Jeton;
import fr.socle.demarches.graphql.token.Jetons;
import fr.socle.demarches.instruction.InstructionRights;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Knows a program by the link that it was given to one file: at that file's address, and nowhere
 * else, it stands for the token that gave it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LinkVisitors implements Visitors {

    private static final String FILES = "/pieces/";

    private final FileLinks links;
    private final Jetons jetons;

    LinkVisitors(FileLinks links, Jetons jetons) {
        this.links = links;
        this.jetons = jetons;
    }

    @Override
    public Visitor recognise(HttpServletRequest request) {
        var path = request.getRequestURI();
        var link = path.startsWith(FILES) ? request.getParameter(FileLinks.PARAMETER) : null;
        return link == null
                ? Visitor.ANONYMOUS
                : links.open(link)
                        .filter(it -> path.equals(FILES + it.file()))
                        .flatMap(it -> jetons.usable(it.jeton()))
                        .<Visitor>map(LinkVisitors::program)
                        .orElse(Visitor.ANONYMOUS);
    }

    private static Visitor program(Jeton jeton) {
        return new Visitor.Agent(
                jeton.id(),
                jeton.label(),
                jeton.organisation().value(),
                "",
                Set.of(InstructionRights.LIRE_PAR_LIEN),
                Set.of());
    }
}
