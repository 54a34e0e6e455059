package fr.socle.demarches.web.usager;

import fr.socle.demarches.DossierSummary;
import fr.socle.ui.Page;
import java.util.List;

/** A usager's dossiers, the latest change first. */
public record MinePage(List<DossierSummary> dossiers, boolean discarded) implements Page {}
