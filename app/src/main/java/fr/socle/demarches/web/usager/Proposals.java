package fr.socle.demarches.web.usager;

import fr.socle.demarches.builder.PublishedRevision;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.Shown;
import fr.socle.demarches.definition.Valeur;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.prefill.Prefilled;
import fr.socle.demarches.prefill.Prefills;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** What the address of a procedure's first page proposes for its form. */
@Component
public class Proposals {

    /** How every proposed answer is named. */
    static final String PREFIX = "champ_";

    private final Prefills prefills;

    Proposals(Prefills prefills) {
        this.prefills = prefills;
    }

    /**
     * @param token under which a program sent the answers; empty for a link's own
     * @param gone whether the token is nobody's, or was begun with already
     * @param carried what the form of the page sends again, so that nothing is kept before it
     */
    public record Proposal(
            Prefilled what, String token, boolean gone, Map<String, List<String>> carried) {}

    Proposal of(PublishedRevision asked, MultiValueMap<String, String> parameters) {
        var token = parameters.getOrDefault(Prefills.TOKEN, List.of("")).getFirst();
        if (!token.isEmpty()) {
            var found = prefills.find(asked, token);
            return new Proposal(
                    found.orElse(Prefilled.NONE),
                    token,
                    found.isEmpty(),
                    Map.of(Prefills.TOKEN, List.of(token)));
        }
        var carried = new LinkedHashMap<String, List<String>>();
        parameters.forEach(
                (name, values) -> {
                    if (name.startsWith(PREFIX)) {
                        carried.put(name, values);
                    }
                });
        return new Proposal(prefills.read(asked, carried), "", false, carried);
    }

    /**
     * A token serves one dossier.
     *
     * @return false when that is another one than this
     */
    boolean taken(PublishedRevision asked, Proposal proposal, DossierId dossier) {
        return proposal.token().isEmpty() || prefills.claim(asked, proposal.token(), dossier);
    }

    /** Each proposed answer under its question, as a line of text. */
    static Map<String, String> lines(PublishedRevision asked, Prefilled what) {
        var lines = new LinkedHashMap<String, String>();
        for (var champ : asked.definition().champs()) {
            var value = what.valeurs().get(champ.id());
            if (value != null) {
                lines.put(champ.label(), line(champ, value));
            }
        }
        return lines;
    }

    private static String line(Champ champ, Valeur value) {
        return Shown.line(champ, value, "oui", "non");
    }
}
