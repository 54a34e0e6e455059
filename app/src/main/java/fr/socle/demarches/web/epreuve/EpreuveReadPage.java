package fr.socle.demarches.web.epreuve;

import fr.socle.demarches.web.answers.Answers;
import fr.socle.ui.Page;

/**
 * A test read again: before its deposit, or after it as the service would have received it.
 *
 * @param home of the link, where another test begins
 * @param path of this test
 * @param deposited whether it came to its end
 * @param stale whether it changed since it was read
 */
public record EpreuveReadPage(
        String title,
        String home,
        String path,
        Answers answers,
        long version,
        boolean deposited,
        boolean stale)
        implements Page {

    @Override
    public int status() {
        return stale ? 409 : 200;
    }
}
