package fr.socle.habilitations.web;

import fr.socle.ui.Page;
import java.util.List;

/**
 * What an instructor has to examine, and what was examined.
 *
 * @param waiting the oldest first
 */
public record InstructionsPage(List<DemandesPage.Line> waiting, List<DemandesPage.Line> others)
        implements Page {}
