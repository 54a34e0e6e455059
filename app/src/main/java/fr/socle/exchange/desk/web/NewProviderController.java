package fr.socle.exchange.desk.web;

import fr.socle.exchange.ExchangeRights;
import fr.socle.exchange.dataset.Library;
import fr.socle.exchange.desk.AccessDraft;
import fr.socle.exchange.desk.DataSetReading;
import fr.socle.exchange.desk.OpenApiDescription;
import fr.socle.exchange.desk.OpenApiDescription.Proposal;
import fr.socle.exchange.desk.ProviderDesk;
import fr.socle.exchange.desk.ProviderDraft;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Refusal;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A new data provider: from its OpenAPI document, a known data set, or nothing. */
@Controller
@Requires(ExchangeRights.OPERATE_CODE)
@RequestMapping(Asked.HOME + "/nouveau")
class NewProviderController {

    private static final String TEXT = "texte";
    private static final String FILE = "fichier";

    private final ProviderDesk desk;

    NewProviderController(ProviderDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    Page ask() {
        return asked(Form.blank());
    }

    private static DocumentPage asked(Form form) {
        return new DocumentPage(form, Library.all(), "", List.of());
    }

    /** Writes nothing: the next page proposes what was read. */
    @PostMapping
    Page read(HttpServletRequest request) throws IOException {
        var uploaded = Uploaded.read(request, OpenApiDescription.LARGEST).orElse(null);
        if (uploaded == null) {
            return refused("", Refusal.of("exchange.openapi.missing"));
        }
        var typed = uploaded.text(TEXT);
        var document = uploaded.text(FILE).isBlank() ? typed : uploaded.text(FILE);
        if (document.isBlank()) {
            return refused("", Refusal.of("exchange.openapi.missing"));
        }
        if (document.length() > OpenApiDescription.LARGEST) {
            return refused(typed, Refusal.of("exchange.openapi.large", 3));
        }
        return switch (OpenApiDescription.read(document)) {
            case Parsed.Invalid<OpenApiDescription>(var why) -> refused(typed, why);
            case Parsed.Valid<OpenApiDescription>(var known) ->
                    known.paths().size() == 1
                            ? proposed(known, known.paths().getFirst(), document)
                            : paths(Form.blank(), known, document);
        };
    }

    private static Page refused(String typed, Refusal why) {
        var form = Form.blank(Map.of(TEXT, typed));
        form.reject(FILE, why);
        return asked(form);
    }

    private static Page paths(Form form, OpenApiDescription known, String document) {
        return new DocumentPage(form, List.of(), PackedDocument.pack(document), known.paths());
    }

    @PostMapping("/chemin")
    Page choose(@RequestParam MultiValueMap<String, String> typed) {
        var form = Form.of(typed);
        var document = PackedDocument.unpack(form.typed("document"));
        return switch (OpenApiDescription.read(document)) {
            case Parsed.Invalid<OpenApiDescription>(var why) -> refused("", why);
            case Parsed.Valid<OpenApiDescription>(var known) -> {
                var path = form.required("chemin", 500);
                yield form.ok() ? proposed(known, path, document) : paths(form, known, document);
            }
        };
    }

    private static Page proposed(OpenApiDescription known, String path, String document) {
        return switch (known.propose(path)) {
            case Parsed.Invalid<Proposal>(var why) -> {
                var form = Form.blank(Map.of("chemin", path));
                form.reject("chemin", why);
                yield paths(form, known, document);
            }
            case Parsed.Valid<Proposal>(var it) -> {
                var typed = new HashMap<>(DataSetReading.typed(it.set()));
                typed.putAll(AccessDraft.typed(it.credential()));
                typed.put("base_url", it.base());
                yield DescriptionPage.fresh(Form.blank(typed));
            }
        };
    }

    /**
     * @param jeu code of a data set that comes described with the house; anything else: none
     */
    @GetMapping("/description")
    Page blank(@RequestParam(defaultValue = "") String jeu) {
        var typed = new HashMap<String, String>();
        typed.put("auth.kind", "bearer");
        typed.put(DescriptionPage.name(0, "code"), "");
        Library.find(jeu).ifPresent(it -> typed.putAll(DataSetReading.typed(it)));
        return DescriptionPage.fresh(Form.blank(typed));
    }

    @PostMapping("/description")
    Object write(@RequestParam MultiValueMap<String, String> typed, HttpServletRequest request) {
        if (FieldLines.edits(typed)) {
            return DescriptionPage.fresh(FieldLines.edited(typed));
        }
        var form = Form.of(typed);
        var draft = ProviderDraft.read(form);
        var access = AccessDraft.read(form);
        if (draft.isEmpty() || access.isEmpty()) {
            return DescriptionPage.fresh(form);
        }
        var saved = desk.add(Asked.actor(request), draft.get(), access.get().credential());
        var answer = Asked.then(saved, form, "inscrit");
        return answer == null ? DescriptionPage.fresh(form) : answer;
    }
}
