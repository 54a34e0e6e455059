package fr.socle.exchange.api;

import fr.socle.exchange.provider.Provider;
import fr.socle.exchange.provider.Providers;
import fr.socle.exchange.store.PulseStore;
import fr.socle.ui.access.Public;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Whether providers answer, for whoever watches, as the contract tells it: {@code status} ({@code
 * ok}, {@code bad_gateway}, or {@code unknown} when nobody asked lately), {@code last_update},
 * {@code last_ok_status}.
 */
@RestController
@Public
class PingController {

    private static final Duration LATELY = Duration.ofMinutes(15);

    private final Providers providers;
    private final PulseStore pulse;
    private final Clock clock;

    PingController(Providers providers, PulseStore pulse, Clock clock) {
        this.providers = providers;
        this.pulse = pulse;
        this.clock = clock;
    }

    @GetMapping("/pings")
    Map<String, Map<String, @Nullable String>> all() {
        var told = new LinkedHashMap<String, Map<String, @Nullable String>>();
        providers.each().forEach(it -> told.put(it.code(), told(it)));
        return told;
    }

    /** 502 when the provider answers badly. */
    @GetMapping("/pings/{code}")
    ResponseEntity<Map<String, @Nullable String>> one(@PathVariable String code) {
        var provider = providers.provider(code);
        if (provider.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        var told = told(provider.get());
        return ResponseEntity.status("bad_gateway".equals(told.get("status")) ? 502 : 200)
                .body(told);
    }

    private Map<String, @Nullable String> told(Provider provider) {
        var line = pulse.find(provider.code()).orElse(null);
        var told = new LinkedHashMap<String, @Nullable String>();
        told.put("status", status(line));
        told.put("last_update", line == null ? null : line.at().toString());
        told.put(
                "last_ok_status",
                line == null || line.lastOk() == null ? null : line.lastOk().toString());
        return told;
    }

    private String status(PulseStore.@Nullable Line line) {
        if (line == null || line.at().isBefore(clock.instant().minus(LATELY))) {
            return "unknown";
        }
        return line.ok() ? "ok" : "bad_gateway";
    }
}
