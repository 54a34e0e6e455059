package fr.socle.journal.api;

import fr.socle.journal.api.Views.StateView;
import fr.socle.journal.log.Regression.Standing;
import fr.socle.journal.publish.Publisher;
import fr.socle.journal.store.Front;
import fr.socle.journal.store.Front.Signed;
import fr.socle.journal.store.FrontStore;
import fr.socle.ui.access.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the journal signs, for machines that watch it. */
@RestController
@Requires("journal.auditer")
@Tag(name = "Journal")
@SecurityRequirement(name = "jeton")
class StateApi {

    private final FrontStore fronts;
    private final Publisher publisher;

    StateApi(FrontStore fronts, Publisher publisher) {
        this.fronts = fronts;
        this.publisher = publisher;
    }

    @GetMapping(EntriesApi.BASE + "/state")
    @Operation(summary = "Dit ce que le journal a signé, et s’il signe")
    StateView state() {
        return view(fronts.read().orElseThrow());
    }

    private StateView view(Front front) {
        return new StateView(
                front.log(),
                front.origin(),
                front.key(),
                front.last().map(Signed::size).orElse(0L),
                front.last().map(Signed::at).orElse(null),
                front.witnesses(),
                switch (publisher.standing()) {
                    case Standing.Sound _ -> "sound";
                    case Standing.Behind _ -> "behind";
                    case Standing.Forked _ -> "forked";
                });
    }
}
