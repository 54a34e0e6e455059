package fr.socle.journal.append;

import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * Tells this node's integrator that something was committed, so that it need not wait for its next
 * look.
 */
@Component
public class Wakeup {

    private final Semaphore signal = new Semaphore(0);

    public void wake() {
        if (signal.availablePermits() == 0) {
            signal.release();
        }
    }

    public Semaphore signal() {
        return signal;
    }
}
