package fr.socle.demarches.graphql;

import fr.socle.demarches.attestation.Attestations;
import fr.socle.demarches.depot.DossierStore;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.graphql.read.FileLinks;
import fr.socle.demarches.graphql.token.Jetons;
import fr.socle.demarches.web.answers.Pdf;
import fr.socle.ui.access.Public;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Hands out the attestation to which the API gave a link. */
@RestController
class AttestationController {

    private final FileLinks links;
    private final Jetons jetons;
    private final DossierStore dossiers;
    private final Attestations attestations;

    AttestationController(
            FileLinks links, Jetons jetons, DossierStore dossiers, Attestations attestations) {
        this.links = links;
        this.jetons = jetons;
        this.dossiers = dossiers;
        this.attestations = attestations;
    }

    @Public
    @GetMapping(FileLinks.ATTESTATIONS + "{link}")
    ResponseEntity<byte[]> attestation(@PathVariable String link) {
        return links.open(link)
                .filter(it -> jetons.usable(it.jeton()).isPresent())
                .flatMap(it -> dossiers.find(new DossierId(it.file())))
                .flatMap(
                        it ->
                                it.dossier() instanceof Depose dossier
                                        ? pdf(dossier)
                                        : Optional.empty())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Optional<ResponseEntity<byte[]>> pdf(Depose dossier) {
        return attestations.giveToProgram(dossier).map(it -> Pdf.attachment(it, dossier));
    }
}
