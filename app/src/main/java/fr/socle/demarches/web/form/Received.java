package fr.socle.demarches.web.form;

import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.depot.FieldNames;
import fr.socle.kernel.Refusal;
import fr.socle.pieces.Accepted;
import fr.socle.pieces.Family;
import fr.socle.pieces.IncomingFile;
import fr.socle.pieces.Owner;
import fr.socle.pieces.Pieces;
import fr.socle.pieces.Reception;
import fr.socle.pieces.UploadOutcome;
import fr.socle.pieces.Uploads;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A form as it came. Its files were put into the depot as they came and are named among the fields,
 * so that they are kept whatever else is wrong.
 */
public final class Received {

    public static final Uploads.Limits LIMITS = new Uploads.Limits(12_000, 60_000, 420_000_000);

    private static final int MOST_FILES = 100;

    private final Pieces pieces;
    private final Owner owner;
    private final Definition definition;
    private final MultiValueMap<String, String> joined = new LinkedMultiValueMap<>();
    private final List<Form.FieldError> refused = new ArrayList<>();
    private MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
    private boolean broken;

    private Received(Pieces pieces, Owner owner, Definition definition) {
        this.pieces = pieces;
        this.owner = owner;
        this.definition = definition;
    }

    public static Received read(
            HttpServletRequest request, Pieces pieces, Owner owner, Definition definition) {
        var received = new Received(pieces, owner, definition);
        received.read(request);
        return received;
    }

    /** What was typed, of a form whose files nobody may keep yet. */
    public static Optional<MultiValueMap<String, String>> typedOnly(HttpServletRequest request) {
        return typedOnly(request, LIMITS);
    }

    /** As {@link #typedOnly(HttpServletRequest)}, of a form that is no longer than that. */
    public static Optional<MultiValueMap<String, String>> typedOnly(
            HttpServletRequest request, Uploads.Limits limits) {
        if (!JakartaServletFileUpload.isMultipartContent(request)) {
            return Optional.of(parameters(request));
        }
        return Uploads.read(request, limits, _ -> {}) instanceof UploadOutcome.Complete(var fields)
                ? Optional.of(new LinkedMultiValueMap<>(fields))
                : Optional.empty();
    }

    /** The fields, among them the documents that came with them. */
    public MultiValueMap<String, String> sent() {
        return sent;
    }

    /** What could not be received, under the names of the inputs. */
    public List<Form.FieldError> refused() {
        return List.copyOf(refused);
    }

    /** Whether it could not be read to its end. */
    public boolean broken() {
        return broken;
    }

    private void read(HttpServletRequest request) {
        if (!JakartaServletFileUpload.isMultipartContent(request)) {
            sent = parameters(request);
            return;
        }
        var outcome = Uploads.read(request, LIMITS, this::take);
        switch (outcome) {
            case UploadOutcome.Complete(var fields) -> sent = new LinkedMultiValueMap<>(fields);
            case UploadOutcome.FieldTooLong why -> {
                sent = new LinkedMultiValueMap<>(why.others());
                refused.add(new Form.FieldError(why.field(), why.refusal()));
            }
            case UploadOutcome.Refused why -> {
                broken = true;
                refused.add(new Form.FieldError("action", why.refusal()));
            }
        }
        joined.forEach((field, ids) -> ids.forEach(it -> sent.add(field, it)));
    }

    private void take(IncomingFile file) {
        // because a form that breaks off keeps what came before
        sent = new LinkedMultiValueMap<>(file.before());
        var field = FieldNames.ofFile(file.field());
        accepted(field).ifPresent(it -> receive(file, field, it));
    }

    private void receive(IncomingFile file, String field, Accepted accepted) {
        if (joined.values().stream().mapToInt(List::size).sum() >= MOST_FILES) {
            refused.add(
                    new Form.FieldError(
                            file.field(), Refusal.of("demarches.form.documents.many", MOST_FILES)));
            return;
        }
        switch (pieces.receive(file.content(), accepted, owner, file.name(), file.declaredType())) {
            case Reception.Received(var piece) -> joined.add(field, piece.id().toString());
            case Reception.Refused why ->
                    refused.add(new Form.FieldError(file.field(), why.refusal()));
        }
    }

    private Optional<Accepted> accepted(String field) {
        var last = ChampId.of(field.substring(field.lastIndexOf('.') + 1));
        // because annotations are the administration's own
        var champ = last.filter(it -> !definition.isAnnotation(it)).flatMap(definition::find);
        if (field.startsWith("j.")) {
            return champ.map(_ -> Element.Substitute.ACCEPTED);
        }
        return champ.flatMap(
                it ->
                        it.type() instanceof ChampType.Pieces(var families, var maxBytes, _)
                                ? Optional.of(
                                        Accepted.of(maxBytes, families.toArray(Family[]::new)))
                                : Optional.empty());
    }

    private static MultiValueMap<String, String> parameters(HttpServletRequest request) {
        var parameters = new LinkedMultiValueMap<String, String>();
        request.getParameterMap()
                .forEach((name, values) -> parameters.put(name, new ArrayList<>(List.of(values))));
        return parameters;
    }
}
