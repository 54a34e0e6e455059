package fr.socle.demarches.web.expert;

import fr.socle.demarches.depot.Joined;
import fr.socle.demarches.expert.Doors.Open;
import fr.socle.demarches.expert.Experts;
import fr.socle.kernel.Refusal;
import fr.socle.pieces.Accepted;
import fr.socle.pieces.Family;
import fr.socle.pieces.IncomingFile;
import fr.socle.pieces.Owner;
import fr.socle.pieces.PieceId;
import fr.socle.pieces.Pieces;
import fr.socle.pieces.Reception;
import fr.socle.pieces.UploadOutcome;
import fr.socle.pieces.Uploads;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An opinion as it came. All or nothing: a file that came with an opinion that is refused is not
 * kept, because nobody could name it.
 *
 * @param oui null when nothing was asked by yes or no
 * @param piece that came with it, or null
 */
record ReceivedAvis(Form form, String texte, @Nullable Boolean oui, @Nullable PieceId piece) {

    static final Accepted ACCEPTED = Accepted.of(20_000_000, Family.PDF, Family.IMAGES);

    static final String FILE = "fichier";

    private static final Uploads.Limits LIMITS = new Uploads.Limits(20, 60_000, 21_000_000);

    static ReceivedAvis read(HttpServletRequest request, Pieces pieces, Open open) {
        var owner = Joined.ownerOfAvis(open.dossier().fiche(), open.avis().question().usager());
        var kept = new ArrayList<PieceId>();
        var refused = new ArrayList<Refusal>();
        var outcome = Uploads.read(request, LIMITS, it -> take(it, pieces, owner, kept, refused));
        var form =
                switch (outcome) {
                    case UploadOutcome.Complete(var fields) -> Form.of(fields);
                    case UploadOutcome.FieldTooLong why -> rejected(why, Form.of(why.others()));
                    case UploadOutcome.Refused why -> rejected(why, Form.blank());
                };
        refused.forEach(it -> form.reject(FILE, it));
        var texte = form.required("texte", Experts.LONGEST);
        var oui =
                open.avis().question().ouiNon().isEmpty()
                        ? null
                        : form.read("oui-non", Reading::yesNo).orElse(null);
        if (!form.ok()) {
            kept.forEach(it -> pieces.purge(it, "avis qui n’a pas été reçu"));
        }
        return new ReceivedAvis(form, texte, oui, kept.isEmpty() ? null : kept.getFirst());
    }

    /** Somebody answered first. */
    void discard(Pieces pieces) {
        if (piece != null) {
            pieces.purge(piece, "avis qui n’a pas été reçu");
        }
    }

    private static Form rejected(UploadOutcome.Refused why, Form form) {
        form.reject(
                why instanceof UploadOutcome.FieldTooLong(var field, _, _) ? field : FILE,
                why.refusal());
        return form;
    }

    private static void take(
            IncomingFile file,
            Pieces pieces,
            Owner owner,
            List<PieceId> kept,
            List<Refusal> refused) {
        if (!file.field().equals(FILE) || !kept.isEmpty()) {
            refused.add(Refusal.of("demarches.expert.one-file"));
            return;
        }
        switch (pieces.receive(file.content(), ACCEPTED, owner, file.name(), file.declaredType())) {
            case Reception.Received(var piece) -> kept.add(piece.id());
            case Reception.Refused why -> refused.add(why.refusal());
        }
    }
}
