package fr.socle.exchange.api;

import fr.socle.exchange.provider.Health;
import fr.socle.exchange.provider.Health.Status;
import fr.socle.exchange.provider.Provider;
import fr.socle.exchange.provider.Providers;
import fr.socle.exchange.store.PulseStore.Day;
import fr.socle.ui.access.Public;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Whether providers answer, for whoever watches, as the contract tells it: {@code status} ({@code
 * ok}, {@code bad_gateway}, or {@code unknown} when nobody asked lately), {@code last_update},
 * {@code last_ok_status}; and, beyond the contract, how often they answered well each day.
 */
@RestController
@Public
class PingController {

    private final Providers providers;
    private final Health health;

    PingController(Providers providers, Health health) {
        this.providers = providers;
        this.health = health;
    }

    @GetMapping("/pings")
    Map<String, Map<String, @Nullable String>> all() {
        var told = new LinkedHashMap<String, Map<String, @Nullable String>>();
        providers.each().forEach(it -> told.put(it.code(), told(health.now(it))));
        return told;
    }

    /** 502 when the provider answers badly. */
    @GetMapping("/pings/{code}")
    ResponseEntity<Map<String, @Nullable String>> one(@PathVariable String code) {
        var provider = providers.provider(code);
        if (provider.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        var now = health.now(provider.get());
        return ResponseEntity.status(now.status() == Status.BAD_GATEWAY ? 502 : 200)
                .body(told(now));
    }

    /** The last ninety days of Paris on which it was asked, the latest first. */
    @GetMapping("/pings/{code}/history")
    ResponseEntity<List<Day>> history(@PathVariable String code) {
        return ResponseEntity.of(providers.provider(code).map(Provider::code).map(health::days));
    }

    private static Map<String, @Nullable String> told(Health.Now now) {
        var told = new LinkedHashMap<String, @Nullable String>();
        told.put("status", now.status().word());
        told.put("last_update", text(now.update()));
        told.put("last_ok_status", text(now.lastOk()));
        return told;
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
