package fr.socle.exchange.command;

import fr.socle.exchange.desk.AccessDraft;
import fr.socle.exchange.desk.JsonForm;
import fr.socle.exchange.desk.ProviderDraft;
import fr.socle.house.command.UsageError;
import fr.socle.kernel.Refusal;
import fr.socle.ui.Words;
import fr.socle.ui.form.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads data providers from JSON, by the rules of the operator's pages. Each refusal names the
 * provider, the member and the rule.
 */
final class DataProviderFile {

    /** A provider, and how it lets us in. */
    record Line(ProviderDraft draft, AccessDraft access) {}

    private static final Set<String> MEMBERS =
            Stream.concat(ProviderDraft.MEMBERS.stream(), AccessDraft.MEMBERS.stream())
                    .collect(Collectors.toUnmodifiableSet());

    private DataProviderFile() {}

    /**
     * @throws UsageError for the first thing that is wrong
     */
    static List<Line> read(String json, Words words) {
        var lines = new ArrayList<Line>();
        var seen = new HashSet<String>();
        for (var object : objects(json)) {
            var line = line(object, lines.size() + 1, words);
            var code = line.draft().set().code();
            if (!seen.add(code)) {
                throw new UsageError("« " + code + " » est écrit deux fois");
            }
            lines.add(line);
        }
        return lines;
    }

    private static List<Map<String, Object>> objects(String json) {
        try {
            var mapper = JsonMapper.shared();
            var root = mapper.readTree(json);
            var nodes = root.isArray() ? List.copyOf(root.values()) : List.of(root);
            if (nodes.isEmpty() || !nodes.stream().allMatch(JsonNode::isObject)) {
                throw new UsageError("il faut un objet JSON, ou un tableau d’objets");
            }
            return nodes.stream().map(DataProviderFile::members).toList();
        } catch (JacksonException unreadable) {
            throw new UsageError("ce n’est pas du JSON");
        }
    }

    @SuppressWarnings("unchecked") // because the members of a JSON object have texts for names
    private static Map<String, Object> members(JsonNode node) {
        return JsonMapper.shared().convertValue(node, Map.class);
    }

    private static Line line(Map<String, Object> members, int number, Words words) {
        var whole = new HashMap<>(members);
        // because the first files knew nothing but bearer tokens
        whole.putIfAbsent("auth", Map.of("kind", "bearer"));
        var form = JsonForm.of(whole, MEMBERS, ProviderDraft.LISTS);
        var draft = ProviderDraft.read(form);
        var access = AccessDraft.read(form);
        if (access.isPresent()
                && access.get().credential().needsSecret()
                && access.get().secret().isEmpty()) {
            form.reject("token", Refusal.of("ui.form.required"));
        }
        if (draft.isEmpty() || access.isEmpty() || !form.ok()) {
            throw wrong(form, number, words);
        }
        return new Line(draft.get(), access.get());
    }

    private static UsageError wrong(Form form, int number, Words words) {
        var first = form.errors().getFirst();
        return new UsageError(
                "fournisseur n° %d : « %s » : %s"
                        .formatted(number, first.field(), sentence(first.refusal(), words)));
    }

    /** Without its full stop: the command line sets one. */
    static String sentence(Refusal why, Words words) {
        return words.of(why).replaceFirst("\\.$", "");
    }
}
