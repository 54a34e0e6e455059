package fr.socle.identity.partner.check;

import fr.socle.house.PublicAddress;
import fr.socle.identity.federation.Authorization;
import fr.socle.identity.federation.AuthorizeReader;
import fr.socle.identity.federation.Client;
import fr.socle.identity.partner.check.Blame.Mistake;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Says what is wrong with a request to {@code authorize}, by the code that answers there. */
@Component
class AuthorizeCheck {

    private static final String ACCEPTED = "";
    private static final String EXPLAINED = "identity.check.authorize.";

    private final AuthorizeReader reader;
    private final PublicAddress address;

    AuthorizeCheck(AuthorizeReader reader, PublicAddress address) {
        this.reader = reader;
        this.address = address;
    }

    List<Finding> check(Client client, Map<String, String[]> parameters) {
        var house = address.value();
        var mistakes =
                new Blame<>(it -> answer(client, it), ACCEPTED)
                        .of(parameters, Repair.all(client, house, parameters));
        var findings = new ArrayList<Finding>();
        for (var mistake : mistakes) {
            findings.addAll(explained(client, mistake));
        }
        return findings.isEmpty()
                ? List.of(Finding.good(EXPLAINED + "right"))
                : List.copyOf(findings);
    }

    /** What the address says, in a word that two equal refusals share. */
    private String answer(Client client, Map<String, String[]> parameters) {
        return switch (reader.read(client.federation(), parameters)) {
            case Authorization.Accepted _ -> ACCEPTED;
            case Authorization.Stopped(var fault, var why) -> fault.code() + " : " + why;
            case Authorization.Refused(_, var error, var why) -> error + " : " + why;
        };
    }

    private List<Finding> explained(Client client, Mistake<String> mistake) {
        var said = mistake.answer();
        if (mistake.repairs().isEmpty()) {
            return List.of(Finding.bad("", EXPLAINED + "unexplained").saying(said));
        }
        return mistake.repairs().stream()
                .map(it -> explained(client, mistake.request(), it).saying(said))
                .toList();
    }

    private Finding explained(Client client, Map<String, String[]> parameters, Repair repair) {
        var name = repair.parameter();
        var values = parameters.get(name);
        if (values == null || values.length == 0 || values[0].isEmpty()) {
            return Finding.bad(name, EXPLAINED + "missing", name, example(repair));
        }
        if (values.length > 1) {
            return Finding.bad(name, EXPLAINED + "twice", name, values.length);
        }
        return wrong(client, parameters, repair, values[0]);
    }

    private Finding wrong(
            Client client, Map<String, String[]> parameters, Repair repair, String value) {
        var name = repair.parameter();
        return switch (name) {
            case "client_id" -> Finding.bad(name, EXPLAINED + "client", value, client.clientId());
            case "redirect_uri" -> redirect(client, value);
            case "scope" -> scope(client, parameters, value);
            case "state", "nonce" -> Finding.bad(name, EXPLAINED + "length", name, value.length());
            case "acr_values" -> Finding.bad(name, EXPLAINED + "level", value, offered(client));
            case "code_challenge" -> Finding.bad(name, EXPLAINED + "challenge");
            default ->
                    repair.values().isEmpty()
                            ? Finding.bad(name, EXPLAINED + "refused", name, shown(value))
                            : Finding.bad(
                                    name, EXPLAINED + "value", name, shown(value), example(repair));
        };
    }

    private Finding redirect(Client client, String value) {
        return Difference.of(value, absolute(client.redirectUris()))
                .map(it -> new Finding("bad", "redirect_uri", it.told(), ""))
                .orElseThrow();
    }

    /** Each word that the address would not refuse the others without. */
    private Finding scope(Client client, Map<String, String[]> parameters, String value) {
        var words = new LinkedHashSet<>(List.of(value.strip().split(" +")));
        if (!words.contains("openid")) {
            return Finding.bad("scope", EXPLAINED + "openid");
        }
        var refused =
                words.stream()
                        .filter(it -> !it.equals("openid"))
                        .filter(it -> refuses(client, parameters, "openid " + it))
                        .toList();
        return refused.isEmpty()
                ? Finding.bad("scope", EXPLAINED + "refused", "scope", shown(value))
                : Finding.bad("scope", EXPLAINED + "scope", String.join(", ", refused));
    }

    private boolean refuses(Client client, Map<String, String[]> parameters, String scope) {
        var sound = new Repair("scope", Map.of("scope", "openid")).applied(parameters);
        var asked = new Repair("scope", Map.of("scope", scope)).applied(parameters);
        return !Objects.equals(answer(client, asked), answer(client, sound));
    }

    private List<String> absolute(List<String> addresses) {
        return addresses.stream()
                .map(it -> it.startsWith("/") ? address.value() + it : it)
                .toList();
    }

    private static String offered(Client client) {
        return String.join(
                ", ", client.federation().offered().stream().map(it -> it.code()).toList());
    }

    private static String example(Repair repair) {
        return repair.values().getOrDefault(repair.parameter(), "");
    }

    private static String shown(String value) {
        return value.length() > 60 ? value.substring(0, 60) + "…" : value;
    }
}
