package fr.socle.bench.journey;

import fr.socle.journey.Travels;
import fr.socle.journey.Travels.SigningIn;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Browsers that sign persons in, all at once, each its own person again and again. */
final class SignInCrowd {

    private final List<SigningIn> browsers;

    SignInCrowd(Travels travels, int browsers) {
        this.browsers = travels.people().stream().limit(browsers).map(travels::signingIn).toList();
    }

    /** As many as were asked for, or as there are made-up persons. */
    int browsers() {
        return browsers.size();
    }

    /**
     * @param times how often each browser does it
     * @return the requests of all, redirects included
     * @throws java.util.concurrent.ExecutionException when one of them does not get in
     */
    int signIn(int times) throws Exception {
        try (var threads = Executors.newFixedThreadPool(browsers.size())) {
            var work =
                    browsers.stream()
                            .<Callable<Integer>>map(it -> () -> repeat(it, times))
                            .toList();
            int requests = 0;
            for (var one : threads.invokeAll(work)) {
                requests += one.get();
            }
            return requests;
        }
    }

    private static int repeat(SigningIn browser, int times) {
        int requests = 0;
        for (var done = 0; done < times; done++) {
            requests += browser.once();
        }
        return requests;
    }
}
