package fr.socle.demarches.graphql;

import fr.socle.demarches.graphql.read.Library;
import fr.socle.demarches.graphql.read.Reading;
import fr.socle.ui.access.Public;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/** What a published procedure asks, for everyone, in the shape of the API and of the open data. */
@RestController
class SchemaController {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final GraphqlEngine engine;
    private final Library library;

    SchemaController(GraphqlEngine engine, Library library) {
        this.engine = engine;
        this.library = library;
    }

    @Public
    @GetMapping("/preremplir/{slug}/schema")
    ResponseEntity<String> schema(@PathVariable String slug) {
        var number =
                library.numberOf(slug)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var call =
                new GraphqlCall(
                        StoredQueries.find("ds-query-v2").orElseThrow(),
                        "getDemarcheDescriptor",
                        Map.of(
                                "demarche",
                                Map.of("number", number),
                                "includeRevision",
                                true,
                                "includeService",
                                true),
                        true);
        Map<String, Object> data =
                engine.execute(call, new Reading(library, Optional.empty())).getData();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(JSON.writeValueAsString(data.get("demarcheDescriptor")));
    }
}
