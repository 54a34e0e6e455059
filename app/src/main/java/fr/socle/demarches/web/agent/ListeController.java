package fr.socle.demarches.web.agent;

import fr.socle.demarches.instruction.InstructionRights;
import fr.socle.demarches.liste.Colonne;
import fr.socle.demarches.liste.Etiquette;
import fr.socle.demarches.liste.EtiquetteStore;
import fr.socle.demarches.liste.FiltreStore;
import fr.socle.demarches.liste.Lignes;
import fr.socle.demarches.liste.Listes;
import fr.socle.demarches.liste.Rang;
import fr.socle.demarches.trace.RechercheFaite;
import fr.socle.directory.AgentId;
import fr.socle.journal.Journal;
import fr.socle.kernel.Refusal;
import fr.socle.ui.Dictionary;
import fr.socle.ui.access.Requires;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The dossiers of one procedure: tabs, filters, words, columns, two orders, page after page. */
@Controller
@Requires(InstructionRights.INSTRUIRE_CODE)
@RequestMapping("/agent/demarches/{demarche}/dossiers")
class ListeController {

    static final int SIZE = 50;

    private final ListeDesk desk;
    private final Listes listes;
    private final Shelf shelf;
    private final Traces traces;

    /** What a page shows besides its lines. */
    @Component
    record Shelf(Lignes lignes, FiltreStore kept, EtiquetteStore labels, Dictionary dictionary) {}

    /** What the journal is told. */
    @Component
    record Traces(Journal journal, ListTrace lines) {}

    ListeController(ListeDesk desk, Listes listes, Shelf shelf, Traces traces) {
        this.desk = desk;
        this.listes = listes;
        this.shelf = shelf;
        this.traces = traces;
    }

    @GetMapping
    ListePage show(
            @PathVariable String demarche,
            @RequestParam MultiValueMap<String, String> query,
            HttpServletRequest request) {
        var agent = Desk.agent(request);
        var asked = desk.asked(demarche, agent);
        var form = Form.of(query);
        var columns = Colonne.of(asked.definition());
        var list = ListeAsked.read(form, asked.demarche(), desk.reader(agent), columns);
        var after = after(form);
        traced(list, after, agent);
        var rows = listes.page(list.wanted(), after, SIZE + 1);
        var page = rows.subList(0, Math.min(SIZE, rows.size()));
        var words = shelf.dictionary().french();
        var lines =
                shelf.lignes()
                        .of(
                                asked.demarche(),
                                page,
                                list.shown(),
                                words.of("ui.yes"),
                                words.of("ui.no"));
        traces.lines().shown(lines.stream().map(Lignes.Ligne::id).toList(), agent);
        return new ListePage(
                asked.facts().title(),
                ListeDesk.path(asked),
                form,
                list,
                columns,
                lines,
                rows.size() > SIZE ? page.getLast().cursor() : null,
                shelf.kept().of(list.wanted().reader().agent(), asked.demarche()),
                shelf.labels().of(asked.demarche()),
                desk.colleagues(asked));
    }

    /** One more label for the dossiers of this procedure. */
    @PostMapping("/etiquettes")
    Object label(
            @PathVariable String demarche,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var asked = desk.asked(demarche, Desk.agent(request));
        var form = Form.of(parameters);
        var name = form.required("nom", Etiquette.LONGEST);
        var color = form.read("couleur", Reading.among(Etiquette.COLORS)).orElse("");
        if (form.ok() && !shelf.labels().add(asked.demarche(), name, color)) {
            form.reject("nom", Refusal.of("demarches.etiquettes.taken"));
        }
        return form.ok()
                ? ListeDesk.seeOther(ListeDesk.path(asked))
                : new EtiquettesPage(
                        asked.facts().title(),
                        ListeDesk.path(asked),
                        shelf.labels().of(asked.demarche()),
                        form);
    }

    @GetMapping("/etiquettes")
    EtiquettesPage labels(@PathVariable String demarche, HttpServletRequest request) {
        var asked = desk.asked(demarche, Desk.agent(request));
        return new EtiquettesPage(
                asked.facts().title(),
                ListeDesk.path(asked),
                shelf.labels().of(asked.demarche()),
                Form.blank());
    }

    /** Keeps the list under a name. */
    @PostMapping("/filtres")
    ResponseEntity<Void> keep(
            @PathVariable String demarche,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var agent = Desk.agent(request);
        var asked = desk.asked(demarche, agent);
        var form = Form.of(parameters);
        var label = form.required("nom", FiltreStore.LONGEST_LABEL);
        var list =
                ListeAsked.read(
                        form, asked.demarche(), desk.reader(agent), Colonne.of(asked.definition()));
        var query = list.query();
        if (form.ok() && query.length() <= FiltreStore.LONGEST_QUERY) {
            shelf.kept().keep(new AgentId(agent.agent()), asked.demarche(), label, query);
        }
        return ListeDesk.seeOther(ListeDesk.path(asked) + "?" + query);
    }

    @PostMapping("/filtres/{filtre}/retrait")
    ResponseEntity<Void> forget(
            @PathVariable String demarche, @PathVariable UUID filtre, HttpServletRequest request) {
        var agent = Desk.agent(request);
        var asked = desk.asked(demarche, agent);
        shelf.kept().forget(new AgentId(agent.agent()), filtre);
        return ListeDesk.seeOther(ListeDesk.path(asked));
    }

    /** Whoever looks for a person's name leaves one entry, durable before he sees what he found. */
    private void traced(ListeAsked list, @Nullable Rang after, Visitor.Agent agent) {
        if (list.wanted().searches() && after == null) {
            traces.journal()
                    .appendAlone(
                            new RechercheFaite(
                                    agent, list.wanted().demarche(), list.wanted().words()));
        }
    }

    private static @Nullable Rang after(Form form) {
        var typed = form.typed("apres");
        var after = typed.isEmpty() ? Optional.<Rang>empty() : Rang.read(typed);
        if (after.isEmpty() && !typed.isEmpty()) {
            form.reject("apres", Refusal.of("ui.form.choice"));
        }
        return after.orElse(null);
    }
}
