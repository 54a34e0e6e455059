package fr.socle.directory;

import fr.socle.house.StartNotes;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Tells at the end of a start how to enter: demonstration accounts, or the address of the first
 * steps.
 */
@Component
class DirectoryStartNotes implements StartNotes {

    private final DemonstrationAccounts accounts;
    private final FirstSteps firstSteps;

    DirectoryStartNotes(DemonstrationAccounts accounts, FirstSteps firstSteps) {
        this.accounts = accounts;
        this.firstSteps = firstSteps;
    }

    @Override
    public List<String> lines() {
        var lines = new ArrayList<String>();
        firstSteps
                .address()
                .ifPresent(
                        address -> {
                            lines.add("");
                            lines.add(
                                    "La base est vide. Créez la première organisation, à cette adresse qui ne sert qu’une fois :");
                            lines.add("  " + address);
                        });
        var demonstration = accounts.list();
        if (!demonstration.isEmpty()) {
            lines.add("");
            lines.add(
                    "Comptes de démonstration, sans mot de passe, à choisir sur la page « S’identifier » :");
            demonstration.forEach(
                    it ->
                            lines.add(
                                    "  %-24s %s, %s"
                                            .formatted(
                                                    it.name(),
                                                    it.organisation(),
                                                    String.join(" ", it.roles()))));
        }
        return lines;
    }
}
