package fr.socle.identity.demonstration;

import fr.socle.directory.DemonstrationAccounts;
import fr.socle.directory.DemonstrationAccounts.Account;
import fr.socle.kernel.NormalName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The agents of the demonstration: those of the directory, and some whom nobody invited yet. */
@Component
class MadeUpAgents {

    static final String CITY = "beaumont.example";
    static final String MINISTRY = "ministere.example";

    private static final String MARK = " (démonstration)";

    private final DemonstrationAccounts accounts;

    MadeUpAgents(DemonstrationAccounts accounts) {
        this.accounts = accounts;
    }

    List<MadeUpPerson> all() {
        var newcomers =
                Stream.of("Nouvel Arrivant", "Nouvelle Arrivante").map(it -> newcomer(it + MARK));
        return Stream.concat(accounts.list().stream().map(MadeUpAgents::agent), newcomers).toList();
    }

    Optional<MadeUpPerson> find(String sub) {
        return all().stream().filter(it -> it.sub().equals(sub)).findFirst();
    }

    private static MadeUpPerson agent(Account account) {
        var domain = account.organisation().startsWith("Minist") ? MINISTRY : CITY;
        return person(account.agent().toString(), account.name(), account.organisation(), domain);
    }

    private static MadeUpPerson newcomer(String name) {
        return person(local(name), name, "sans place dans l’annuaire : à inviter", CITY);
    }

    private static MadeUpPerson person(String sub, String name, String special, String domain) {
        var plain = name.replace(MARK, "");
        int space = plain.indexOf(' ');
        var claims = new LinkedHashMap<String, Object>();
        claims.put("given_name", space < 0 ? plain : plain.substring(0, space));
        claims.put("usual_name", (space < 0 ? plain : plain.substring(space + 1)) + MARK);
        claims.put("email", local(name) + "@" + domain);
        claims.put("uid", sub);
        return new MadeUpPerson(sub, name, special, Map.copyOf(claims));
    }

    /** The part before the @: {@code camille.dubreuil}. */
    private static String local(String name) {
        return NormalName.of(name.replace(MARK, ""))
                .value()
                .toLowerCase(Locale.ROOT)
                .replace(' ', '.');
    }
}
