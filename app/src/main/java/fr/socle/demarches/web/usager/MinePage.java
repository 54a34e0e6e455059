package fr.socle.demarches.web.usager;

import fr.socle.demarches.DossierSummary;
import fr.socle.demarches.partage.Partages;
import fr.socle.ui.Page;
import java.util.List;

/**
 * A usager's dossiers, the latest change first.
 *
 * @param shared the drafts of others that they fill
 */
public record MinePage(
        List<DossierSummary> dossiers, List<Partages.Shared> shared, boolean discarded)
        implements Page {}
