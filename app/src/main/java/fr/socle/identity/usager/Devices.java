package fr.socle.identity.usager;

import fr.socle.identity.keys.Secrets;
import fr.socle.identity.usager.DeviceCookie.Mark;
import fr.socle.identity.usager.UsagerAct.AppareilOublie;
import fr.socle.identity.usager.store.DeviceStore;
import fr.socle.journal.Journal;
import fr.socle.kernel.PersonRef;
import fr.socle.ui.Dictionary;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The devices at which persons sign in. */
@Component
public class Devices {

    /** What a device is to the person who signs in there. */
    enum Known {
        /** Not seen within 90 days, or forgotten. */
        NEW,
        /** Three persons sign in there: a counter, a library. */
        SHARED,
        TRUSTED
    }

    /**
     * What is known of the device of one sign-in.
     *
     * @param warned when the person wants a letter; of a new device one leaves anyway
     */
    record Arrival(Known known, Browser browser, Warned warned) {}

    private static final Duration NOTED_EVERY = Duration.ofDays(1);

    private final DeviceStore store;
    private final DeviceCookie cookie;
    private final Secrets secrets;
    private final Acts acts;
    private final Clock clock;

    /** How acts are told. */
    @Component
    record Acts(Journal journal, Dictionary dictionary) {}

    Devices(DeviceStore store, DeviceCookie cookie, Secrets secrets, Acts acts, Clock clock) {
        this.store = store;
        this.cookie = cookie;
        this.secrets = secrets;
        this.acts = acts;
        this.clock = clock;
    }

    /** The person signs in: the device is known from now on. A use is noted once a day. */
    Arrival arrive(PersonRef person, HttpServletRequest request, HttpServletResponse response) {
        var now = clock.instant();
        var marks = cookie.read(request, today());
        var browser = browser(request);
        for (var mark : marks) {
            var seen = store.find(person, Secrets.hash(mark.token()), now.minus(DeviceCookie.LIFE));
            if (seen.isPresent()) {
                var device = seen.get().device();
                if (device.lastUsed().plus(NOTED_EVERY).isBefore(now)) {
                    store.used(device.id(), browser, now);
                }
                cookie.put(request, response, new Mark(mark.token(), today()), marks);
                var shared = marks.size() == DeviceCookie.PERSONS;
                return new Arrival(
                        shared ? Known.SHARED : Known.TRUSTED, browser, seen.get().warned());
            }
        }
        var token = secrets.fresh();
        var device = new Device(UUID.randomUUID(), browser, now, now);
        store.insert(person, device, Secrets.hash(token));
        cookie.put(request, response, new Mark(token, today()), marks);
        return new Arrival(Known.NEW, browser, Warned.APPAREIL_INCONNU);
    }

    /** The most lately used first. */
    public List<Device> of(PersonRef person) {
        return store.of(person, clock.instant().minus(DeviceCookie.LIFE));
    }

    /** The one that this request comes from. */
    public Optional<UUID> present(PersonRef person, HttpServletRequest request) {
        var since = clock.instant().minus(DeviceCookie.LIFE);
        return cookie.read(request, today()).stream()
                .flatMap(it -> store.find(person, Secrets.hash(it.token()), since).stream())
                .map(it -> it.device().id())
                .findFirst();
    }

    /** The next sign-in there is one at a new device. False when it is not theirs. */
    @Transactional
    public boolean forget(PersonRef person, UUID id) {
        var device = of(person).stream().filter(it -> it.id().equals(id)).findFirst();
        if (device.isEmpty() || !store.delete(person, id)) {
            return false;
        }
        var words = device.get().browser().said(acts.dictionary().french());
        acts.journal().append(new AppareilOublie(person, words));
        return true;
    }

    private static Browser browser(HttpServletRequest request) {
        var agent = request.getHeader(HttpHeaders.USER_AGENT);
        return Browser.of(agent == null ? "" : agent);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT8M")
    void purge() {
        store.purge(clock.instant().minus(DeviceCookie.LIFE));
    }
}
