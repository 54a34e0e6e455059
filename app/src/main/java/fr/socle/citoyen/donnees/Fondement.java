package fr.socle.citoyen.donnees;

import fr.socle.citoyen.CitoyenSettings;
import fr.socle.directory.Organisation;
import fr.socle.directory.OrganisationSearch;
import fr.socle.directory.Organisations;
import fr.socle.habilitations.Habilitation;
import fr.socle.habilitations.Habilitation.RequesterKind;
import fr.socle.habilitations.Habilitations;
import fr.socle.house.HouseSettings;
import fr.socle.kernel.Siret;
import fr.socle.ui.UiSettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who runs the digital file, and what it may fetch for a person. */
@Component
public class Fondement {

    private static final Siret MADE_UP = new Siret("99900002900010");
    private static final Set<RequesterKind> NOBODY_ELSE = Set.of(RequesterKind.USAGER_LUI_MEME);

    private final CitoyenSettings settings;
    private final Organisations organisations;
    private final Habilitations habilitations;
    private final Stage stage;

    /** Whether the play is given. */
    @Component
    record Stage(UiSettings ui, HouseSettings house) {

        boolean open() {
            return ui.demonstration() && !house.production();
        }
    }

    Fondement(
            CitoyenSettings settings,
            Organisations organisations,
            Habilitations habilitations,
            Stage stage) {
        this.settings = settings;
        this.organisations = organisations;
        this.habilitations = habilitations;
        this.stage = stage;
    }

    /** The organisation that runs the digital file; empty when nobody said which. */
    public Optional<Organisation> organisation() {
        return settings.siret()
                .or(() -> stage.open() ? Optional.of(MADE_UP) : Optional.empty())
                .flatMap(this::find);
    }

    /**
     * The habilitations on whose ground nobody but the person may ask: what is fetched for another
     * purpose is not shown for this one.
     */
    public List<Habilitation> habilitations() {
        return organisation().map(Organisation::id).map(habilitations::usable).stream()
                .flatMap(List::stream)
                .filter(it -> it.requesters().equals(NOBODY_ELSE))
                .toList();
    }

    /**
     * The habilitation on whose ground the file itself may ask for this data set, on its own behalf
     * and for a case.
     */
    public Optional<Habilitation> forPrograms(String dataSet) {
        return organisation().map(Organisation::id).map(habilitations::usable).stream()
                .flatMap(List::stream)
                .filter(it -> it.requesters().contains(RequesterKind.AUTOMATE))
                .filter(it -> it.fields().containsKey(dataSet))
                .findFirst();
    }

    private Optional<Organisation> find(Siret siret) {
        var wanted = new OrganisationSearch(siret.value(), null, true, null);
        return organisations.search(wanted, 1, 0).lines().stream()
                .filter(it -> it.siret().equals(siret))
                .findFirst();
    }
}
