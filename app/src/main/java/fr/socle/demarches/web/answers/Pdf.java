package fr.socle.demarches.web.answers;

import fr.socle.demarches.dossier.Dossier.Depose;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** An attestation on its way to a browser. */
public final class Pdf {

    private Pdf() {}

    /** Saved under the dossier's number, kept in no cache. */
    public static ResponseEntity<byte[]> attachment(byte[] pdf, Depose dossier) {
        var name = "attestation-" + dossier.depot().number().formatted() + ".pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .cacheControl(CacheControl.noStore())
                .body(pdf);
    }
}
