package fr.socle.demarches.web.usager;

import fr.socle.ui.Page;
import java.util.List;
import java.util.UUID;

/**
 * What a procedure will fill in by itself, before it does.
 *
 * @param identity labels of the fields that the federation fills
 * @param exchanges labels of the fields that administrations fill
 * @param token of the button: pressed twice, it begins one dossier
 * @param drafts paths of the drafts that the usager has already
 */
public record BeginPage(
        String slug,
        String title,
        String organisation,
        int minutes,
        List<String> identity,
        List<String> exchanges,
        UUID token,
        List<String> drafts)
        implements Page {}
